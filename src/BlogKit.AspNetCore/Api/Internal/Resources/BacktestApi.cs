using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Tries a preset on what was written so far, one at a time: it reads the whole history.</summary>
internal sealed class BacktestApi(PolicySetFactory factory, BacktestService backtests) : IDisposable
{
    private const int UsualExamples = 10;
    private const int MostExamples = 100;
    private const int SecondsToWait = 30;

    private readonly SemaphoreSlim _one = new(1, 1);

    public static IEnumerable<ApiOperation> Operations =>
    [
        ApiOperation.Post<BacktestApi, ApiBacktest>(
            "/desk/backtest",
            "backtestPreset",
            "What a preset would have done about the comments there are. Changes nothing.",
            static json => json.ApiBacktest,
            static (api, call, input) => api.RunAsync(call, input)) with
        {
            OutputType = static json => json.ApiBacktestReport,
            Access = ApiAccess.Administrators,
            KeepsNothing = true,
            Problems = [StatusCodes.Status429TooManyRequests],
        },
    ];

    public void Dispose() => _one.Dispose();

    private static BlogError AnotherIsRunning { get; } =
        BlogError.Of(ErrorKind.TooMany, ErrorCodes.TooMany, "Another backtest is running. Wait until it is done.", arguments: [("max", 1)]);

    private async Task<ApiReply> RunAsync(ApiCall call, ApiBacktest input)
    {
        if (!call.Actor.ForBlog(call.Blog.Id).CanAdminister)
        {
            return ApiReply.Problem(BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotAllowed, "You may not administer this blog."));
        }

        var examples = input.Examples ?? UsualExamples;
        if (examples is < 0 or > MostExamples)
        {
            call.Refuse("examples", "{field} must be {min} to {max}.", ("min", 0), ("max", MostExamples));
            return call.Failure!;
        }

        if (!await _one.WaitAsync(TimeSpan.Zero, call.Aborted).ConfigureAwait(false))
        {
            return ApiReply.Problem(AnotherIsRunning) with { RetryAfter = SecondsToWait };
        }

        try
        {
            var tried = factory.CreateOf(input.Preset);
            if (!tried.Succeeded)
            {
                return ApiReply.Problem(tried.Errors);
            }

            using var set = tried.Value;
            var report = await backtests.RunAsync(
                new BacktestRequest
                {
                    BlogId = call.Blog.Id,
                    Policies = set.Policies,
                    Rules = set.Rules,
                    Since = input.Since?.ToUniversalTime(),
                    MaximumExamples = examples,
                },
                cancellationToken: call.Aborted).ConfigureAwait(false);
            return report.Succeeded
                ? ApiReply.Ok(ApiDeskMapping.ToApi(report.Value), ApiJson.Default.ApiBacktestReport)
                : ApiReply.Problem(report.Errors);
        }
        finally
        {
            _one.Release();
        }
    }
}
