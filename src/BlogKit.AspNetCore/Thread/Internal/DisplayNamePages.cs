using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Lets signed-in users change the name they chose to be shown by. For everybody else there is no such page.</summary>
internal sealed class DisplayNamePages(
    DisplayNameService names, PageRenderer renderer, Messages messages, FormReader reader, IAntiforgery antiforgery)
{
    /// <summary>GET comments/name.</summary>
    public async Task ShowAsync(BlogRequest request)
    {
        if (!MayChoose(request))
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return;
        }

        var name = request.Actor.NameSource is NameSource.Chosen ? request.Actor.Name : null;
        await ShowAsync(request, StatusCodes.Status200OK, name, request.FindQueryValue(DisplayNameForm.ReturnTo), []).ConfigureAwait(false);
    }

    /// <summary>POST comments/name.</summary>
    public async Task ChangeAsync(BlogRequest request)
    {
        if (!MayChoose(request))
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return;
        }

        if (await reader.ReadAsync(request, messages, request.Links.DisplayName, Typed).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        var typed = Typed(form) ?? "";
        var back = Forms.Field(form, DisplayNameForm.ReturnTo);
        if (LimitRefusal.Of(request.Http) is { } refusal)
        {
            await ShowAsync(
                request,
                StatusCodes.Status429TooManyRequests,
                typed,
                back,
                FormErrors.Of([refusal.Error], request.Text)).ConfigureAwait(false);
            return;
        }

        var errors = Forms.Field(form, DisplayNameForm.Forget) is { Length: > 0 }
            ? (await names.ForgetAsync(
                request.Blog.Id, request.Actor.UserKey!, request.Actor, request.Aborted).ConfigureAwait(false)).Errors
            : (await names.ChooseAsync(request.Blog.Id, typed, request.Actor, request.Aborted).ConfigureAwait(false)).Errors;
        if (errors.IsDefaultOrEmpty)
        {
            Redirection.Write(request.Http, StatusCodes.Status303SeeOther, (ReturnPath.Read(back) ?? request.Links.Home) + "#respond");
            return;
        }

        await ShowAsync(
            request, ErrorStatus.Of(errors[0]), typed, back, FormErrors.Of(errors, request.Text)).ConfigureAwait(false);
    }

    private Task ShowAsync(BlogRequest request, int status, string? name, string? back, ImmutableArray<CommentFormError> errors)
    {
        var frame = request.Frame(request.Text["thread.display-name.title"]) with { NoIndex = true };
        var model = new DisplayNameModel(
            frame, name, ReturnPath.Read(back) ?? request.Links.Home, antiforgery.GetAndStoreTokens(request.Http))
        {
            NeutralName = request.Text["thread.member"],
            IsKept = request.Actor.NameSource is NameSource.Chosen,
            Errors = errors,
        };
        return renderer.WriteAsync<Components.DisplayNameView, DisplayNameModel>(request.Http, status, model);
    }

    private static string? Typed(IFormCollection form) => Forms.Field(form, DisplayNameForm.Field);

    private static bool MayChoose(BlogRequest request) => request.Actor.NameSource is not NameSource.Application;
}
