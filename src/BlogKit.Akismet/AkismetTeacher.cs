using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Options;

namespace BlogKit;

/// <summary>
/// Reports to Akismet the comments that a person decided otherwise, so that it learns. Call it when a moderator overrules it; nothing calls
/// it by itself. Safe for concurrent use.
/// </summary>
public sealed class AkismetTeacher
{
    private readonly AkismetClient _client;
    private readonly IBlogStore _blogs;
    private readonly IPostStore _posts;
    private readonly AkismetOptions _options;

    /// <summary>Creates the teacher; the container does it.</summary>
    public AkismetTeacher(AkismetClient client, IBlogStore blogs, IPostStore posts, IOptions<AkismetOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _client = client;
        _blogs = blogs;
        _posts = posts;
        _options = options.Value;
    }

    /// <summary>
    /// Reports a comment with the values it was checked with. Cost: a read of the blog, one of the post, one call over the network.
    /// </summary>
    /// <param name="comment">The comment. Of a purged one nothing is sent.</param>
    /// <param name="lesson">The label that the person gave it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The fault is <see cref="AkismetFault.None"/> when Akismet took the lesson. Nothing is tried again.</returns>
    public async Task<AkismetAnswer> TeachAsync(Comment comment, AkismetLesson lesson, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(comment);
        if (!Enum.IsDefined(lesson))
        {
            throw new ArgumentOutOfRangeException(nameof(lesson), lesson, "A lesson is either ham or spam.");
        }

        if (comment.PurgedAt is not null || comment.Markdown.Length == 0)
        {
            return new AkismetAnswer { Fault = AkismetFault.NothingToSend };
        }

        var blog = await _blogs.FindAsync(comment.BlogId, cancellationToken).ConfigureAwait(false);
        var post = await _posts.FindAsync(comment.BlogId, comment.PostId, cancellationToken).ConfigureAwait(false);
        var submission = AkismetSubmissions.Of(comment, blog, post?.Slug, post?.PublishedAt, _options);
        return lesson is AkismetLesson.Spam
            ? await _client.SubmitSpamAsync(submission, cancellationToken).ConfigureAwait(false)
            : await _client.SubmitHamAsync(submission, cancellationToken).ConfigureAwait(false);
    }
}
