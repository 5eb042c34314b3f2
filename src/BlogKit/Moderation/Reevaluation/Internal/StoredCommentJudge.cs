using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>Judges a stored comment by the live policies, in its context of now.</summary>
internal sealed class StoredCommentJudge(ICommentIntakeStore intakeStore, CommentTexts texts, ModerationPipeline pipeline) : IJudgeAgain
{
    public string PolicySet => pipeline.Version;

    public async Task<ModerationDecision?> JudgeAsync(Comment comment, CancellationToken cancellationToken)
    {
        var facts = await intakeStore.ReadIntakeAsync(
            new IntakeQuery
            {
                BlogId = comment.BlogId,
                PostId = comment.PostId,
                ParentId = comment.ParentId,
                HistoryKey = comment.By.HistoryKey,
            },
            cancellationToken).ConfigureAwait(false);
        if (facts.Post is null)
        {
            return null;
        }

        var rendered = await texts.RenderAsync(comment.BlogId, comment.PostId, comment.Markdown, cancellationToken).ConfigureAwait(false);
        var judgement = await pipeline.JudgeAsync(
            new ModerationContext
            {
                Comment = comment,
                Post = facts.Post,
                Parent = facts.Parent,
                History = facts.History,
                Links = rendered.Links,
                IsEdit = true,
                Actor = Actor.Anonymous,
            },
            cancellationToken).ConfigureAwait(false);
        return judgement.Decision.WithoutRefusals();
    }
}
