using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The pages of the desk that say why there is nothing else.</summary>
internal sealed class DeskMessages(DeskFrames desk, PageRenderer renderer) : IFormAnswers
{
    public Task NotFoundAsync(BlogRequest request) =>
        ShowAsync(request, StatusCodes.Status404NotFound, "desk.not-found", request.Text["desk.not-found-text"]);

    public Task NotAllowedAsync(BlogRequest request) =>
        ShowAsync(request, StatusCodes.Status403Forbidden, "desk.not-allowed", request.Text["desk.not-allowed-text"]);

    public Task SignInAsync(BlogRequest request, string? signInPath) =>
        ShowAsync(request, StatusCodes.Status401Unauthorized, "desk.sign-in", request.Text["desk.sign-in-text"], signInPath
            ?? request.Links.Home);

    public Task BadValueAsync(BlogRequest request, string name, string? backUrl = null) => ShowAsync(
        request, StatusCodes.Status400BadRequest, "desk.bad-request", request.Text.Format("desk.bad-value", name), backUrl);

    public Task FailedAsync(BlogRequest request, BlogError error, string? backUrl = null) => error switch
    {
        { Kind: ErrorKind.NotFound } => NotFoundAsync(request),
        { Kind: ErrorKind.Forbidden } => NotAllowedAsync(request),
        _ => ShowAsync(
            request,
            ErrorStatus.Of(error),
            error.Kind is ErrorKind.Conflict ? "desk.conflict" : "desk.bad-request",
            FormErrors.InLanguage(error, request.Text),
            backUrl),
    };

    public Task UnreadableFormAsync(BlogRequest request, int status, string backUrl) => ShowAsync(
        request,
        status,
        "desk.bad-request",
        request.Text[status switch
        {
            StatusCodes.Status413PayloadTooLarge => "desk.form-too-large",
            StatusCodes.Status415UnsupportedMediaType => "desk.form-not-a-form",
            _ => "desk.form-unreadable",
        }],
        backUrl);

    public Task ForeignFormAsync(BlogRequest request, string backUrl, string? text) =>
        ShowAsync(request, StatusCodes.Status400BadRequest, "desk.bad-request", request.Text["desk.form-foreign"], backUrl, text);

    /// <summary>Says that a form is one too many, and gives back what was typed.</summary>
    public Task LimitedAsync(BlogRequest request, LimitRefusal refusal, string? backUrl, string? text) =>
        ShowAsync(
            request,
            StatusCodes.Status429TooManyRequests,
            "desk.bad-request",
            FormErrors.Of(refusal.Error, request.Text).Message,
            backUrl,
            text);

    public async Task ShowAsync(
        BlogRequest request, int status, string titleKey, string text, string? backUrl = null, string? refusedText = null)
    {
        if (LimitRefusal.InsteadOf(request.Http, status) is { } refusal)
        {
            await LimitedAsync(request, refusal, backUrl, refusedText).ConfigureAwait(false);
            return;
        }

        var frame = await desk.FrameAsync(request, DeskSection.Comments, request.Text[titleKey]).ConfigureAwait(false);
        await renderer.WriteBareAsync<Components.DeskMessageView, DeskMessageModel>(
            request.Http, status, new DeskMessageModel(frame.Refusing(request.RefusesForm(status)), text)
            {
                BackUrl = backUrl,
                RefusedText = refusedText,
            }).ConfigureAwait(false);
    }
}
