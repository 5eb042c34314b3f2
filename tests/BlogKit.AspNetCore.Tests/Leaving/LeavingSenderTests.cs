using Microsoft.Extensions.Logging;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// Whoever sends something goes away during the n-th call of the store, for every n and every endpoint: what was sent is done wholly or not
/// at all, and nothing is a fault.
/// </summary>
public sealed class LeavingSenderTests : IAsyncLifetime
{
    private const int MostCalls = 100;
    private SenderScene _scene = null!;

    public async Task InitializeAsync() => _scene = await SenderScene.StartAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public void Something_is_sent_to_every_endpoint_that_takes_something() =>
        _scene.Sendings.Where(static s => !s.IsRead).Select(static s => s.Route).Distinct().Should().BeEquivalentTo(
            EndpointTable.Of(_scene.Site)
                .Where(EndpointTable.Changes)
                .Select(static e => $"{EndpointTable.MethodsOf(e)} /{e.RoutePattern.RawText!.TrimStart('/')}"),
            because: "a new endpoint belongs into the scene");

    [Fact]
    public async Task Every_request_is_carried_out_wholly_or_not_at_all()
    {
        var faults = new List<string>();
        var left = 0;
        foreach (var sending in _scene.Sendings)
        {
            _scene.Restore();
            var whole = await SenderScene.SendAsync(sending);
            var done = _scene.Changes();
            if (whole is null
                || (whole.Value.Status >= 400 && !sending.IsRead)
                || whole.Value.Text.Contains("<fault>", StringComparison.Ordinal)
                || done.Length > 0 == sending.KeepsNothing)
            {
                faults.Add(
                    $"{sending} is not taken, or {(sending.KeepsNothing ? "keeps something" : "keeps nothing")}: "
                    + $"{Tail(whole?.Text)} {done}");
                continue;
            }

            for (var n = 1; n <= MostCalls; n++)
            {
                _scene.Restore();
                var known = Errors().Count;
                _scene.Leaving.Begin(n);
                var cut = await SenderScene.SendAsync(sending);
                if (!_scene.Leaving.End())
                {
                    break;
                }

                left++;
                var kept = _scene.Changes();
                var fault = n == MostCalls ? "has more calls than are tried"
                    : Errors().Count > known ? "is logged as an error: "
                        + string.Join('\n', Errors().Skip(known).Select(static e => e.Length > 1_200 ? e[..1_200] : e))
                    : cut?.Status is >= 500 ? "is a fault of the server"
                    : kept.Length > 0 && kept != done ? $"is done by half:\n{kept}\nand wholly:\n{done}"
                    : cut?.Status == whole.Value.Status && kept != done ? "was acknowledged and is not done"
                    : cut?.Status == whole.Value.Status && cut.Value.Text.Length < whole.Value.Text.Length / 2
                        ? "is answered by half: " + cut.Value.Text
                    : null;
                if (fault is not null)
                {
                    faults.Add($"{sending}, call {n}, {cut?.Status}: {fault}");
                }
            }
        }

        faults.Should().BeEmpty();
        left.Should().BeGreaterThan(_scene.Sendings.Count * 4);
    }

    // What a page says is behind its head.
    private static string? Tail(string? page) => page is null ? null : page[Math.Max(0, page.IndexOf("<main", StringComparison.Ordinal))..];

    private IReadOnlyList<string> Errors() => _scene.Log.At(LogLevel.Error);
}
