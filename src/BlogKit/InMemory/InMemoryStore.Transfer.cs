using BlogKit.Internal;
using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<ITransferReading?> OpenAsync(BlogId blogId, CancellationToken cancellationToken) => Read(
        state => state.Blogs.ContainsKey(blogId)
            ? (ITransferReading)new InMemoryTransferReading(
                state.Changes.GetValueOrDefault(blogId) is { } changes ? changes[^1].Position : 0,
                () => TransferWalk.Read(state, blogId))
            : null,
        cancellationToken);

    public Task<ImmutableArray<TransferResult>> WriteAsync(
        BlogId blogId, IReadOnlyList<TransferItem> items, CancellationToken cancellationToken)
    {
        TransferForms.CheckBatch(items);
        return Write(
            state =>
            {
                var results = ImmutableArray.CreateBuilder<TransferResult>(items.Count);
                for (var i = 0; i < items.Count;)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (TransferCheck.FindProblem(blogId, items[i]) is { } problem)
                    {
                        results.Add(new TransferResult(TransferOutcome.Refused, problem));
                        i++;
                        continue;
                    }

                    if (items[i] is not TransferredBlog && !state.Blogs.ContainsKey(blogId))
                    {
                        results.Add(TransferResult.ForMissing("blog", blogId));
                        i++;
                        continue;
                    }

                    if (items[i] is TransferredComment)
                    {
                        state = WithComments(state, blogId, items, ref i, results);
                        continue;
                    }

                    var (next, result) = Transferred(state, blogId, items[i]);
                    state = next;
                    results.Add(result);
                    i++;
                }

                return (state, results.MoveToImmutable());
            },
            cancellationToken);
    }

    /// <summary>Comments that follow one another are written with one edit.</summary>
    private InMemoryState WithComments(
        InMemoryState state,
        BlogId blogId,
        IReadOnlyList<TransferItem> items,
        ref int at,
        ImmutableArray<TransferResult>.Builder results)
    {
        var edit = Edit(state);
        var isChanged = false;
        for (; at < items.Count && items[at] is TransferredComment item && TransferCheck.FindProblem(blogId, item) is null; at++)
        {
            if (edit.Find(item.Comment.Id) is { } node)
            {
                results.Add(TransferForms.Compare(TransferWalk.Read(node), item));
                continue;
            }

            var result = Import(state, edit, TransferForms.ToImport(item), isWritten: false);
            isChanged |= result.Outcome is CommentImportOutcome.Stored;
            results.Add(TransferForms.Of(result.Outcome, item));
        }

        return isChanged ? edit.ToState() : state;
    }

    private (InMemoryState Next, TransferResult Result) Transferred(InMemoryState state, BlogId blogId, TransferItem item)
    {
        if (TransferWalk.Find(state, blogId, item) is { } stored)
        {
            return (state, (stored, item) switch
            {
                (TransferredRecord s, TransferredRecord given) => TransferForms.Compare(s, given),
                (TransferredModel s, TransferredModel given) => TransferForms.Compare(s, given),
                _ => TransferForms.Compare(stored, item),
            });
        }

        if (TransferWalk.FindObstacle(state, blogId, item) is { } obstacle)
        {
            return (state, obstacle);
        }

        return (Step(With(state, blogId, item)), TransferResult.Stored);
    }

    private InMemoryState With(InMemoryState state, BlogId blogId, TransferItem item)
    {
        switch (item)
        {
            case TransferredBlog { Blog: var blog }:
                return Changed(state with { Blogs = state.Blogs.Add(blog.Id, blog) }, blogId, BlogChangeKind.Blog);
            case TransferredAuthor { Author: var author }:
                return Changed(state with { Authors = state.Authors.Add(author.Id, author) }, blogId, BlogChangeKind.Author);
            case TransferredCategory { Category: var category }:
                return Changed(
                    state with { Categories = state.Categories.Add(category.Id, category) }, blogId, BlogChangeKind.Taxonomy);
            case TransferredSeries { Series: var series }:
                return Changed(state with { Series = state.Series.Add(series.Id, series) }, blogId, BlogChangeKind.Taxonomy);
            case TransferredFooterBlock { Block: var block }:
                return Changed(state with { Footers = state.Footers.Add(block.Id, block) }, blogId, BlogChangeKind.Footers);
            case TransferredPost { Post: var post }:
                var saved = Saved(state, new PostSave(post with { Version = post.Version - 1 }, null));
                return Changed(saved, blogId, BlogChangeKind.Post, post.Id);
            case TransferredFormerSlug former:
                return Changed(
                    state with { Slugs = state.Slugs.Add((blogId, former.Slug), former.PostId) },
                    blogId,
                    BlogChangeKind.Post,
                    former.PostId);
            case TransferredPostRevision { Revision: var revision }:
                return Changed(
                    state with
                    {
                        PostRevisions = Placed(
                            state.PostRevisions,
                            revision.PostId,
                            revision,
                            static (a, b) => (a.PostVersion, a.Id).CompareTo((b.PostVersion, b.Id))),
                    },
                    blogId,
                    BlogChangeKind.Post,
                    revision.PostId);
            case TransferredDisplayName { Name: var name }:
                return Named(state, name);
            case TransferredAutosave { Autosave: var autosave }:
                return Typed(state, blogId, autosave.PostId, a => a.Add((blogId, autosave.PostId, autosave.OwnerKey), autosave));
            case TransferredBan { Ban: var ban }:
                return Changed(Banned(state, ban), blogId, BlogChangeKind.Bans);
            case TransferredModel { Model: var model } given:
                var position = given.LastLearned is { } last ? TransferWalk.FindPosition(state, blogId, last) : null;
                return state with
                {
                    Models = state.Models.Add(model.Key, model with { Position = position ?? model.Position }),
                };
            case TransferredImport { Import: var import }:
                return Changed(
                    state with { Imports = state.Imports.SetItem(blogId, state.Imports.GetValueOrDefault(blogId, []).Add(import)) },
                    blogId,
                    BlogChangeKind.Origins);
            case TransferredOrigin { Origin: var origin }:
                return Changed(state.WithOrigin(origin), blogId, BlogChangeKind.Origins);
            case TransferredRedirect { Redirect: var redirect }:
                var redirects = RedirectsOf(state, blogId);
                return WithRedirects(state, blogId, redirects, redirects.Add(redirect.From.Value, redirect));
            default:
                return WithBeside(state, blogId, item);
        }
    }

    /// <summary>What stands beside a comment.</summary>
    private InMemoryState WithBeside(InMemoryState state, BlogId blogId, TransferItem item)
    {
        switch (item)
        {
            case TransferredCommentRevision { Revision: var revision }:
                var revised = state with
                {
                    CommentRevisions = Placed(
                        state.CommentRevisions, revision.CommentId, revision, static (a, b) => a.Revision.CompareTo(b.Revision)),
                };
                return ChangedComment(revised, blogId, revision.CommentId, null);
            case TransferredFeedback feedback:
                var said = state.Feedback.GetValueOrDefault(feedback.CommentId, ImmutableDictionary<ActorKey, StoredFeedback>.Empty);
                said = said.Add(feedback.Voter.Key, new StoredFeedback(feedback.Said, feedback.Voter.Network));
                return ChangedComment(
                    state with { Feedback = state.Feedback.SetItem(feedback.CommentId, said) },
                    blogId,
                    feedback.CommentId,
                    BlogChangeKind.Feedback);
            case TransferredFlag { Flag: var flag }:
                var flags = state.Flags.GetValueOrDefault(flag.CommentId, s_noFlags).Add(flag.FlaggerKey, flag);
                return ChangedComment(
                    state with { Flags = state.Flags.SetItem(flag.CommentId, flags) }, blogId, flag.CommentId, BlogChangeKind.Queue);
            case TransferredPurgedComment purged:
                var thread = state.Thread(purged.PostId);
                return Changed(
                    state with
                    {
                        Threads = state.Threads.SetItem(purged.PostId, thread with { Gone = thread.Gone.Add(purged.CommentId) }),
                    },
                    blogId,
                    BlogChangeKind.Queue,
                    purged.PostId,
                    purged.CommentId);
            case TransferredRecord { Record: var record } given:
                var log = new LogEdit(state);
                log.AddCopy(record with
                {
                    Undoes = given.Undone is { } undone
                        ? state.Records.GetValueOrDefault(record.CommentId, []).Find(r => r.Id == undone)?.Position ?? record.Undoes
                        : record.Undoes,
                });
                return ChangedComment(log.ToState(state), blogId, record.CommentId, BlogChangeKind.Queue);
            default:
                throw new NotSupportedException($"An item of a copy of the kind {item.Kind} is not known here.");
        }
    }

    private InMemoryState ChangedComment(InMemoryState state, BlogId blogId, CommentId id, BlogChangeKind? kind)
    {
        var comment = state.FindComment(blogId, id)?.Comment;
        var status = comment?.Status ?? CommentStatus.Deleted;
        return Changed(state, blogId, kind ?? KindOf(status, status), comment?.PostId, id);
    }

    private InMemoryState Banned(InMemoryState state, Ban ban)
    {
        var next = WithBan(state, ban);
        var key = (ban.BlogId, ban.Key);
        return next.UnliftedBans.GetValueOrDefault(key) is { } unlifted
            ? next with { UnliftedBans = next.UnliftedBans.SetItem(key, unlifted.Sort(static (a, b) => a.At.CompareTo(b.At))) }
            : next;
    }

    private static ImmutableDictionary<TKey, ImmutableList<T>> Placed<TKey, T>(
        ImmutableDictionary<TKey, ImmutableList<T>> lists, TKey key, T item, Comparison<T> order)
        where TKey : notnull
    {
        var list = lists.GetValueOrDefault(key, []);
        var behind = list.FindIndex(other => order(other, item) > 0);
        return lists.SetItem(key, list.Insert(behind < 0 ? list.Count : behind, item));
    }
}
