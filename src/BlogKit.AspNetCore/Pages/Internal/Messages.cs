using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The pages that say why there is nothing else, and the words in which errors are told to people.</summary>
internal sealed class Messages(PageRenderer renderer)
{
    private static readonly Blog NoBlog = new()
    {
        Id = default,
        Key = "none",
        Name = "Blog",
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    public Task NoBlogAsync(HttpContext context, BlogMount mount)
    {
        var links = BlogRequests.LinksFor(context, mount, baseUrl: null);
        var frame = new PageFrame(NoBlog, links, "There is no blog here yet") { NoIndex = true };
        return renderer.WriteAsync<Components.MessageView>(
            context, StatusCodes.Status404NotFound, new MessageModel(frame, "Whoever runs this site has not created it. The log says how.") { BackUrl = "/", BackLabel = "To the site" });
    }

    public Task NotFoundAsync(BlogRequest request) => ShowAsync(
        request,
        StatusCodes.Status404NotFound,
        "Not found",
        "There is nothing at this address. It may have been moved or taken down. The search above may find it.");

    public Task FailedAsync(BlogRequest request, BlogError error) => error switch
    {
        { Code: ErrorCodes.PostArchived } => ShowAsync(request, StatusCodes.Status410Gone, "Gone", "This post was here and has been archived."),
        { Kind: ErrorKind.NotFound } => NotFoundAsync(request),
        { Kind: ErrorKind.Forbidden } => ShowAsync(request, StatusCodes.Status403Forbidden, "Not allowed", error.Message),
        { Kind: ErrorKind.Conflict } => ShowAsync(request, StatusCodes.Status409Conflict, "Changed meanwhile", error.Message),
        { Kind: ErrorKind.TooMany } => ShowAsync(request, StatusCodes.Status429TooManyRequests, "Too many", error.Message),
        _ => ShowAsync(request, StatusCodes.Status400BadRequest, "That does not work", error.Message),
    };

    public Task UnreadableFormAsync(BlogRequest request, int status, string backUrl)
    {
        var (title, message) = status switch
        {
            StatusCodes.Status413PayloadTooLarge => ("Too large", "What you sent is larger than is taken here. Nothing was saved."),
            StatusCodes.Status415UnsupportedMediaType => ("Not a form", "This address takes HTML forms only. Programs use the JSON API."),
            StatusCodes.Status408RequestTimeout => ("Too slow", "The form did not arrive in time. Nothing was saved."),
            _ => ("The form could not be read", "It is not what a form of this page sends. Nothing was saved."),
        };
        return ShowAsync(request, status, title, message, backUrl, "Back to the page");
    }

    public Task ForeignFormAsync(BlogRequest request, string backUrl, string? text) => ShowAsync(
        request,
        StatusCodes.Status400BadRequest,
        "The form could not be accepted",
        "It is too old, it was sent from another site, or your browser does not keep cookies. Nothing was saved. Open the page again and send it from there.",
        backUrl,
        "Back to the page",
        text);

    public Task ShowAsync(
        BlogRequest request, int status, string title, string text, string? backUrl = null, string? backLabel = null, string? refusedText = null) =>
        renderer.WriteAsync<Components.MessageView>(
            request.Http,
            status,
            new MessageModel(request.Frame(title) with { NoIndex = true }, text)
            {
                BackUrl = backUrl,
                BackLabel = backLabel,
                RefusedText = refusedText,
            });
}
