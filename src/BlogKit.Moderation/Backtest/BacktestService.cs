using BlogKit.Moderation.Internal;
using BlogKit.Storage;

namespace BlogKit.Moderation;

/// <summary>
/// Runs policies over the stored comments, and reports how they would have judged them. Reads only. Each comment is judged in the context
/// it came into: what its writer had done before, the conversation so far, how much was being sent. Memory is bounded whatever
/// is stored. Safe for concurrent use.
/// </summary>
/// <remarks>
/// What cannot be known any more is left out: bans, forms, the text a post had then, and comments that were purged. What has become of
/// earlier comments is taken from today's statuses. The newest 1,000 threads keep 50 shown comments each, 100,000 writers their tallies,
/// 20,000 windows their last 1,000 moments, and 20,000 comments their fingerprints; what is older is forgotten first.
/// </remarks>
public sealed class BacktestService
{
    private const int PageSize = 200;

    private readonly IModerationStore _moderation;
    private readonly ICommentStore _comments;
    private readonly IPostStore _posts;
    private readonly IBlogStore _blogs;
    private readonly CommentTexts _texts;
    private readonly TimeProvider _clock;

    internal BacktestService(
        IModerationStore moderation, ICommentStore comments, IPostStore posts, IBlogStore blogs, CommentTexts texts, TimeProvider clock)
    {
        _moderation = moderation;
        _comments = comments;
        _posts = posts;
        _blogs = blogs;
        _texts = texts;
        _clock = clock;
    }

    /// <summary>Judges the stored comments of a blog.</summary>
    /// <param name="request">The request.</param>
    /// <param name="progress">Told after every page; null for nobody.</param>
    /// <param name="cancellationToken">Honoured between comments.</param>
    /// <returns>The report; or an error: there is no such blog, or the request is wrong.</returns>
    public async Task<Result<BacktestReport>> RunAsync(
        BacktestRequest request, IProgress<BacktestProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Fault(request) is { } fault)
        {
            return fault;
        }

        if (await _blogs.FindAsync(request.BlogId, cancellationToken).ConfigureAwait(false) is not { } blog)
        {
            return BlogError.Of(ErrorKind.NotFound, ErrorCodes.BlogNotFound, "There is no such blog.", nameof(request.BlogId));
        }

        var counts = await _comments.CountAsync(blog.Id, cancellationToken).ConfigureAwait(false);
        var total = (long)counts.Approved + counts.Pending + counts.Spam + counts.Trashed + counts.Deleted;
        var history = new BacktestHistory(blog, _comments, _posts, _texts);
        var run = new BacktestRun(request, _clock);
        long read = 0;
        for (CommentId? after = null; ;)
        {
            var page = await _moderation.ListHistoryAsync(
                new HistoryQuery { BlogId = blog.Id, After = after, Size = PageSize }, cancellationToken).ConfigureAwait(false);
            foreach (var comment in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (request.Since is null || comment.CreatedAt >= request.Since)
                {
                    await JudgeAsync(run, history, comment, cancellationToken).ConfigureAwait(false);
                }

                history.Add(comment, run.Fingerprints(comment));
                read++;
            }

            progress?.Report(new BacktestProgress { Read = read, Judged = run.Judged, Total = Math.Max(total, read) });
            if (page.Length < PageSize)
            {
                return run.Report();
            }

            after = page[^1].Id;
        }
    }

    /// <summary>
    /// Judges labelled cases, in their order, as comments under posts made from their contexts; the negative ones before a case are its
    /// conversation. Positive ones count as spam, negative ones as approved. The blog and the moment of the request do not matter.
    /// The id of an example begins with the number of its case, counted from 1, in eight hexadecimal digits.
    /// </summary>
    /// <param name="cases">The cases.</param>
    /// <param name="request">The request.</param>
    /// <param name="progress">Told now and then; null for nobody.</param>
    /// <param name="cancellationToken">Honoured between cases.</param>
    /// <returns>The report; or an error: the request is wrong.</returns>
    public async Task<Result<BacktestReport>> RunAsync(
        IReadOnlyList<LabelledCase> cases,
        BacktestRequest request,
        IProgress<BacktestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(request);
        if (Fault(request) is { } fault)
        {
            return fault;
        }

        var contexts = new CaseContexts(cases, new EvaluationPlan(), _clock.GetUtcNow());
        var run = new BacktestRun(request, _clock);
        for (var i = 0; i < cases.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var context = contexts.Of(i);
            var truth = context.Comment with { Status = cases[i].IsPositive ? CommentStatus.Spam : CommentStatus.Approved };
            await run.JudgeAsync(truth, context, cancellationToken).ConfigureAwait(false);
            contexts.Show(i);
            if ((i + 1) % PageSize == 0 || i + 1 == cases.Count)
            {
                progress?.Report(new BacktestProgress { Read = i + 1, Judged = run.Judged, Total = cases.Count });
            }
        }

        return run.Report();
    }

    private static async Task JudgeAsync(BacktestRun run, BacktestHistory history, Comment comment, CancellationToken cancellationToken)
    {
        if (comment.By.Kind is CommenterKind.Author)
        {
            run.Trust();
            return;
        }

        if (await history.ContextOfAsync(comment, run, cancellationToken).ConfigureAwait(false) is { } context)
        {
            await run.JudgeAsync(comment, context, cancellationToken).ConfigureAwait(false);
        }
    }

    private static BlogError? Fault(BacktestRequest request)
    {
        if (request.Policies is not { Count: > 0 } policies)
        {
            return Invalid(nameof(request.Policies), "A backtest needs at least one policy.");
        }

        if (policies.GroupBy(static p => p.Name, StringComparer.Ordinal).FirstOrDefault(static g => g.Skip(1).Any()) is { } twice)
        {
            return Invalid(
                nameof(request.Policies),
                "The policy '{policy}' is there twice; its findings could not be told apart.",
                ("policy", twice.Key));
        }

        return request.MaximumExamples is < 0 or > 1_000
            ? Invalid(nameof(request.MaximumExamples), "The number of examples must be {min} to {max}.", ("min", 0), ("max", 1000))
            : null;
    }

    private static BlogError Invalid(string field, string template, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        BlogError.Of(ErrorKind.Invalid, "backtest-invalid", template, field, arguments);
}
