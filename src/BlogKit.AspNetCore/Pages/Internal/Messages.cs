using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The pages that say why there is nothing else, and the words in which errors are told to people.</summary>
internal sealed class Messages(PageRenderer renderer, PostService posts) : IFormAnswers
{
    private const int Newest = 5;

    private static readonly Blog NoBlog = new()
    {
        Id = default,
        Key = "none",
        Name = "Blog",
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    public Task NoBlogAsync(HttpContext context)
    {
        var text = BlogText.English;
        var links = BlogRequests.LinksFor(context, BlogMount.Of(context), baseUrl: null);
        var (status, title, words) = LimitRefusal.Of(context) is { } refusal
            ? (StatusCodes.Status429TooManyRequests, text["message.too-many"], FormErrors.Of(refusal.Error, text).Message)
            : (StatusCodes.Status404NotFound, text["message.no-blog"], text["message.no-blog-text"]);
        var frame = new PageFrame(NoBlog, links, title) { NoIndex = true };
        return renderer.WriteAsync<Components.MessageView, MessageModel>(
            context, status, new MessageModel(frame, words) { BackUrl = "/", BackLabel = text["message.to-site"] });
    }

    /// <summary>Says that the store cannot be used, where not even the blog can be read.</summary>
    public Task OutageAsync(HttpContext context, StoreOutage outage)
    {
        var text = BlogText.English;
        var links = BlogRequests.LinksFor(context, BlogMount.Of(context), baseUrl: null);
        var frame = new PageFrame(NoBlog, links, text[outage.TextKey]) { NoIndex = true };
        return renderer.WriteAsync<Components.MessageView, MessageModel>(
            context, outage.Status, new MessageModel(frame, text[outage.TextKey + "-text"]));
    }

    /// <summary>Says that there is nothing, and offers a search for the words of the address and the newest posts. One command.</summary>
    public async Task NotFoundAsync(BlogRequest request)
    {
        if (LimitRefusal.Of(request.Http) is { } refusal)
        {
            await FailedAsync(request, refusal.Error).ConfigureAwait(false);
            return;
        }

        var newest = await posts.ListAsync(new PostListQuery(request.Blog.Id), request.Aborted).ConfigureAwait(false);
        var frame = request.Frame(request.Text["message.not-found"]) with
        {
            NoIndex = true,
            IsRefusal = request.RefusesForm(StatusCodes.Status404NotFound),
            SearchText = PathWords.Of(request.Http.Request.Path.Value, request.Links),
        };
        var model = new MessageModel(frame, request.Text["message.not-found-text"])
        {
            Newest = newest.Succeeded ? [.. newest.Value.Items.Take(Newest).Select(ReaderPostSummary.Of)] : [],
        };
        await renderer.WriteAsync<Components.MessageView, MessageModel>(
            request.Http, StatusCodes.Status404NotFound, model).ConfigureAwait(false);
    }

    public Task FailedAsync(BlogRequest request, BlogError error) => error switch
    {
        { Code: ErrorCodes.PostArchived } =>
            ShowAsync(request, StatusCodes.Status410Gone, request.Text["message.gone"], request.Text["message.gone-text"]),
        { Kind: ErrorKind.NotFound } => NotFoundAsync(request),
        { Kind: ErrorKind.Forbidden } => FailedAsync(request, "message.forbidden", error),
        { Kind: ErrorKind.Conflict } => FailedAsync(request, "message.conflict", error),
        { Kind: ErrorKind.TooMany } => FailedAsync(request, "message.too-many", error),
        _ => FailedAsync(request, "message.invalid", error),
    };

    public Task UnreadableFormAsync(BlogRequest request, int status, string backUrl)
    {
        var key = status switch
        {
            StatusCodes.Status413PayloadTooLarge => "message.too-large",
            StatusCodes.Status415UnsupportedMediaType => "message.not-form",
            StatusCodes.Status408RequestTimeout => "message.too-slow",
            _ => "message.unreadable",
        };
        return ShowAsync(request, status, request.Text[key], request.Text[key + "-text"], backUrl, request.Text["message.to-page"]);
    }

    public Task ForeignFormAsync(BlogRequest request, string backUrl, string? text) => ShowAsync(
        request,
        StatusCodes.Status400BadRequest,
        request.Text["message.foreign"],
        request.Text["message.foreign-text"],
        backUrl,
        request.Text["message.to-page"],
        text);

    /// <summary>Says that a form is one too many, and gives back what was typed.</summary>
    public Task LimitedAsync(BlogRequest request, LimitRefusal refusal, string? backUrl, string? text) => ShowAsync(
        request,
        StatusCodes.Status429TooManyRequests,
        request.Text["message.too-many"],
        FormErrors.Of(refusal.Error, request.Text).Message,
        backUrl,
        request.Text["message.to-page"],
        text);

    public Task ShowAsync(
        BlogRequest request,
        int status,
        string title,
        string text,
        string? backUrl = null,
        string? backLabel = null,
        string? refusedText = null) =>
        LimitRefusal.InsteadOf(request.Http, status) is { } refusal
        ? LimitedAsync(request, refusal, backUrl, refusedText)
        : renderer.WriteAsync<Components.MessageView, MessageModel>(
            request.Http,
            status,
            new MessageModel(request.Frame(title) with { NoIndex = true, IsRefusal = request.RefusesForm(status) }, text)
            {
                BackUrl = backUrl,
                BackLabel = backLabel,
                RefusedText = refusedText,
            });

    private Task FailedAsync(BlogRequest request, string key, BlogError error) =>
        ShowAsync(
            request, ErrorStatus.Of(error, StatusCodes.Status400BadRequest), request.Text[key], FormErrors.Of(error, request.Text).Message);
}
