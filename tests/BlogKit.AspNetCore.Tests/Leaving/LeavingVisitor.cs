using Microsoft.AspNetCore.Builder;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// A visitor who goes away during the n-th call of the store after <see cref="Begin"/>, as a closed connection would tell.
/// </summary>
internal sealed class LeavingVisitor
{
    private readonly Lock _gate = new();
    private readonly AsyncLocal<bool> _isOfVisit = new();
    private int _call;
    private CancellationTokenSource? _visit;
    private bool _isCounting;
    private bool _hasLeft;
    private int _calls;

    public LeavingVisitor(int call = 0)
    {
        _call = call;
        Gate = new StoreGate { Before = BeforeAsync };
    }

    public StoreGate Gate { get; }

    /// <summary>Maps the blog behind what tells of the closed connection.</summary>
    public void Map(WebApplication app)
    {
        Watch(app);
        app.UseAuthorization();
        app.MapBlogKit("/blog");
    }

    /// <summary>Tells what is behind it of the closed connection. What goes on beside requests is not counted.</summary>
    public void Watch(WebApplication app) =>
        app.Use(async (context, next) =>
        {
            using var visit = new CancellationTokenSource();
            _isOfVisit.Value = true;
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

    /// <summary>Begins to count; again, perhaps with another call.</summary>
    public void Begin(int? call = null)
    {
        lock (_gate)
        {
            _call = call ?? _call;
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
            if (_isCounting && _isOfVisit.Value && ++_calls == _call)
            {
                _hasLeft = true;
                _visit?.Cancel();
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
