using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The contents a post had: compared, and given back to it.</summary>
internal sealed class RevisionPages(
    DeskFrames desk,
    PostDeskPages list,
    PostService posts,
    AuthorService authors,
    WriterForms forms,
    PageRenderer renderer,
    Messages messages,
    IAntiforgery antiforgery)
{
    private const int Most = 200;

    /// <summary>GET desk/posts/{id}/revisions?from=&amp;to=: 4 commands and those of the desk.</summary>
    public async Task ShowAsync(BlogRequest request)
    {
        if (await list.FindAsync(request).ConfigureAwait(false) is not { } post)
        {
            return;
        }

        var listed = await posts.ListRevisionsAsync(post.BlogId, post.Id, request.Actor, Most, request.Aborted).ConfigureAwait(false);
        if (!listed.Succeeded)
        {
            await messages.FailedAsync(request, listed.Error).ConfigureAwait(false);
            return;
        }

        var revisions = listed.Value;
        var to = Chosen(request, revisions, "to") ?? (revisions.IsEmpty ? null : revisions[0]);
        var from = Chosen(request, revisions, "from") ?? (revisions.Length > 1 ? revisions[1] : null);
        if (from is not null && to is not null && revisions.IndexOf(from) < revisions.IndexOf(to))
        {
            (from, to) = (to, from);
        }

        var frame = await desk.FrameAsync(
            request, DeskSection.Posts, request.Text.Format("writer.revisions-title", post.Title)).ConfigureAwait(false);
        var model = new RevisionsModel(
            frame with { Notice = WriterText.Notice(request) }, post, antiforgery.GetAndStoreTokens(request.Http))
        {
            Revisions = revisions,
            Names = await NamesAsync(request, revisions).ConfigureAwait(false),
            From = from,
            To = to,
        };
        if (from is not null && to is not null)
        {
            model = model with
            {
                Title = TextDiffer.Compare(from.Title, to.Title),
                Text = TextDiffer.Compare(from.Markdown, to.Markdown),
                Excerpt = TextDiffer.Compare(from.Excerpt ?? "", to.Excerpt ?? ""),
            };
        }

        await renderer.WriteBareAsync<Components.RevisionsView, RevisionsModel>(
            request.Http, StatusCodes.Status200OK, model).ConfigureAwait(false);
    }

    /// <summary>POST desk/posts/{id}/revisions/restore.</summary>
    public async Task RestoreAsync(BlogRequest request)
    {
        if (await list.FindAsync(request).ConfigureAwait(false) is not { } post
            || await forms.ReadAsync(request, WriterLinks.Revisions(request.Links, post.Id)).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        if (!WriterText.TryReadVersion(form, out var version)
            || !RevisionId.TryParse(Forms.Field(form, "revision"), null, out var revision))
        {
            await messages.UnreadableFormAsync(
                request, StatusCodes.Status400BadRequest, WriterLinks.Revisions(request.Links, post.Id)).ConfigureAwait(false);
            return;
        }

        var restored = await posts.RestoreRevisionAsync(
            post.BlogId, post.Id, revision, request.Actor, version, request.Aborted).ConfigureAwait(false);
        if (restored.Succeeded)
        {
            Redirection.Write(
                request.Http,
                StatusCodes.Status303SeeOther,
                BlogLinks.WithQuery(WriterLinks.Revisions(request.Links, post.Id), "done", "restore"));
        }
        else
        {
            await messages.FailedAsync(request, restored.Error).ConfigureAwait(false);
        }
    }

    private static PostRevision? Chosen(BlogRequest request, ImmutableArray<PostRevision> revisions, string name) =>
        RevisionId.TryParse(request.FindQueryValue(name), null, out var id) ? revisions.FirstOrDefault(r => r.Id == id) : null;

    private async Task<IReadOnlyDictionary<ActorKey, string>> NamesAsync(BlogRequest request, ImmutableArray<PostRevision> revisions)
    {
        var ids = revisions.Select(static r => r.SavedBy.AuthorId).OfType<AuthorId>().Distinct().Take(100).ToList();
        var found = await authors.FindManyAsync(request.Blog.Id, ids, request.Aborted).ConfigureAwait(false);
        return found.ToImmutableDictionary(static a => ActorKey.Author(a.Id), static a => a.DisplayName);
    }
}
