using Microsoft.AspNetCore.Builder;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A visitor who goes away during the n-th call of the store after <see cref="Begin"/>, as a closed connection would tell.</summary>
internal sealed class LeavingVisitor
{
    private readonly int _call;
    private readonly Lock _gate = new();
    private CancellationTokenSource? _visit;
    private bool _isCounting;
    private bool _hasLeft;
    private int _calls;

    public LeavingVisitor(int call)
    {
        _call = call;
        Gate = new StoreGate { Before = BeforeAsync };
    }

    public StoreGate Gate { get; }

    /// <summary>Maps the blog behind what tells of the closed connection.</summary>
    public void Map(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            using var visit = new CancellationTokenSource();
            lock (_gate)
            {
                _visit = visit;
            }

            context.RequestAborted = visit.Token;
            await next(context);
            lock (_gate)
            {
                _visit = null;
            }
        });
        app.UseAuthorization();
        app.MapBlogKit("/blog");
    }

    public void Begin()
    {
        lock (_gate)
        {
            (_isCounting, _hasLeft, _calls) = (true, false, 0);
        }
    }

    /// <summary>Whether the visitor left: false when there were fewer calls.</summary>
    public bool End()
    {
        lock (_gate)
        {
            _isCounting = false;
            return _hasLeft;
        }
    }

    private async Task BeforeAsync(System.Reflection.MethodInfo method, CancellationToken cancellationToken)
    {
        await StoreGate.YieldAsync();
        lock (_gate)
        {
            if (_isCounting && ++_calls == _call)
            {
                _hasLeft = true;
                _visit?.Cancel();
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
