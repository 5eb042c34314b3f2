using System.Diagnostics;

namespace BlogKit.Internal;

/// <summary>A comment that is being taken: a span of its own, counted by what became of it.</summary>
internal sealed class Taking(BlogKitInstruments instruments, TimeProvider clock, string name) : IDisposable
{
    private readonly Activity? _activity = instruments.ActivitySource.StartActivity(name);
    private readonly long _started = clock.GetTimestamp();

    public Result<SubmittedComment> End(Result<SubmittedComment> result)
    {
        var outcome = result.Succeeded ? OutcomeName(result.Value) : result.Error.Code;
        _activity?.SetTag("blogkit.outcome", outcome);
        instruments.CommentSubmitted(outcome, clock.GetElapsedTime(_started));
        return result;
    }

    public void Dispose() => _activity?.Dispose();

    private static string OutcomeName(SubmittedComment submitted) => submitted switch
    {
        { Replayed: true } => "replayed",
        { Comment.Status: CommentStatus.Approved } => "approved",
        { Comment.Status: CommentStatus.Spam } => "spam",
        _ => "pending",
    };
}
