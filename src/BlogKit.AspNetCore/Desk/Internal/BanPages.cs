using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Who may not comment.</summary>
internal sealed class BanPages(
    DeskFrames desk,
    DeskForms forms,
    DeskMessages messages,
    BanService bans,
    AuthorService authors,
    PageRenderer renderer,
    TimeProvider clock)
{
    private const int Most = 500;

    /// <summary>GET desk/bans.</summary>
    public async Task ShowAsync(BlogRequest request)
    {
        await ShowAsync(request, StatusCodes.Status200OK, static m => m).ConfigureAwait(false);
    }

    /// <summary>POST desk/bans.</summary>
    public async Task AddAsync(BlogRequest request)
    {
        if (await forms.ReadAsync(request, DeskLinks.Bans(request.Links)).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        var typed = DeskForms.Words(form, "key") ?? "";
        var reason = DeskForms.Words(form, "reason");
        string? problem;
        if (!BanTerms.TryRead(form, clock.GetUtcNow(), out var until))
        {
            problem = request.Text.Format("desk.bad-value", "days");
        }
        else
        {
            var banned = await bans.BanAsync(
                new NewBan(request.Blog.Id, KeyOf(typed)) { Reason = reason, Until = until },
                request.Actor,
                request.Aborted).ConfigureAwait(false);
            problem = banned.Succeeded ? null : FormErrors.InLanguage(banned.Error, request.Text);
        }

        if (problem is null)
        {
            Redirection.Write(request.Http, StatusCodes.Status303SeeOther, DeskNotices.With(DeskLinks.Bans(request.Links), "ban"));
            return;
        }

        await ShowAsync(
            request,
            StatusCodes.Status422UnprocessableEntity,
            m => m with { Error = problem, Key = typed, Reason = reason }).ConfigureAwait(false);
    }

    /// <summary>POST desk/bans/lift.</summary>
    public async Task LiftAsync(BlogRequest request)
    {
        if (await forms.ReadAsync(request, DeskLinks.Bans(request.Links)).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        var lifted = await bans.LiftAsync(
            request.Blog.Id, Forms.Field(form, "key") ?? "", request.Actor, request.Aborted).ConfigureAwait(false);
        if (lifted.Succeeded)
        {
            Redirection.Write(request.Http, StatusCodes.Status303SeeOther, DeskNotices.With(DeskLinks.Bans(request.Links), "lift"));
            return;
        }

        await messages.FailedAsync(request, lifted.Error, DeskLinks.Bans(request.Links)).ConfigureAwait(false);
    }

    // People type an e-mail address or an IP address as it is.
    private static string KeyOf(string typed)
    {
        if (typed.StartsWith("email:", StringComparison.Ordinal)
            || typed.StartsWith("user:", StringComparison.Ordinal)
            || typed.StartsWith("address:", StringComparison.Ordinal))
        {
            return typed;
        }

        return typed.Contains('@', StringComparison.Ordinal) ? "email:" + typed : "address:" + typed;
    }

    private async Task ShowAsync(BlogRequest request, int status, Func<BanListModel, BanListModel> with)
    {
        var all = request.FindQueryValue("all") is not null;
        var listed = await bans.ListAsync(
            request.Blog.Id, request.Actor, all ? BanScope.All : BanScope.InForce, Most, request.Aborted).ConfigureAwait(false);
        if (!listed.Succeeded)
        {
            await messages.FailedAsync(request, listed.Error).ConfigureAwait(false);
            return;
        }

        var frame = await desk.FrameAsync(request, DeskSection.Bans, request.Text["desk.bans"]).ConfigureAwait(false);
        var model = new BanListModel(
            DeskNotices.Read(request, frame, new QueueScope(), forms), listed.Value, all, clock.GetUtcNow(), forms.Tokens(request))
        {
            Names = await ActorNames.ReadAsync(authors, request).ConfigureAwait(false),
        };
        await renderer.WriteBareAsync<Components.BanListView, BanListModel>(request.Http, status, with(model)).ConfigureAwait(false);
    }
}
