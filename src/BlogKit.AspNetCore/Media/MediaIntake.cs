using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>
/// Checks and stores a picture, or a file where these are taken, whichever way it came: its size, its kind by its own first bytes, the
/// author's quota for a day, and what a picture tells of a camera and a place. Safe for concurrent use.
/// </summary>
public sealed class MediaIntake
{
    private const long FormOverhead = 64 * 1024;

    private readonly MediaService _media;
    private readonly MediaQuota _quota;
    private readonly IOptions<MediaOptions> _options;

    internal MediaIntake(MediaService media, MediaQuota quota, IOptions<MediaOptions> options) =>
        (_media, _quota, _options) = (media, quota, options);

    /// <summary>The largest body of a form with a picture, for the rule of an endpoint that takes one.</summary>
    public static BodyLimit Body { get; } = new(
        "BlogKitWebOptions.Media.MaximumLength", static s => s.GetRequiredService<MediaIntake>().LargestForm);

    /// <summary>The most bytes a form with a picture takes, with what is around it.</summary>
    internal long LargestForm => _options.Value.Largest + FormOverhead;

    /// <summary>Reads a form that may hold a picture or file.</summary>
    /// <param name="context">A request to an endpoint with the limit <see cref="Body"/>.</param>
    /// <returns>The form; or the status to refuse the request with.</returns>
    public Task<SentBody<IFormCollection>> ReadFormAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Features.Set<IFormFeature>(new FormFeature(
            context.Request, new FormOptions
            {
                MultipartBodyLengthLimit = LargestForm,
                ValueCountLimit = 10,
                ValueLengthLimit = 32 * 1024,
                MemoryBufferThreshold = 1024 * 1024,
            }));
        return RequestBody.ReadFormAsync(context);
    }

    /// <summary>Stores the one file of a form, which must be named <c>file</c>.</summary>
    /// <param name="request">The request, which also says when to stop.</param>
    /// <param name="actor">The owner of the picture or file. The caller has checked that they may write.</param>
    /// <param name="form">The form that <see cref="ReadFormAsync"/> read.</param>
    public async Task<MediaTaken> AddAsync(BlogRequest request, Actor actor, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(form);
        if (form.Files is not [{ Name: "file" } file])
        {
            return MediaTaken.None;
        }

        if (file.Length > _options.Value.Largest)
        {
            return MediaTaken.OfTooLarge(_options.Value.TakesFiles);
        }

        var stream = file.OpenReadStream();
        await using (stream.ConfigureAwait(false))
        {
            return await AddAsync(request, actor, stream, file.FileName).ConfigureAwait(false);
        }
    }

    /// <summary>Stores a content. The kind that its sender gave is ignored, the name only says what a download is called.</summary>
    /// <param name="request">The request, which also says when to stop.</param>
    /// <param name="actor">The owner of the picture or file. The caller has checked that they may write.</param>
    /// <param name="content">The content, read once to its end; the caller disposes it.</param>
    /// <param name="originalName">The name that its sender gave; null for none.</param>
    public async Task<MediaTaken> AddAsync(BlogRequest request, Actor actor, Stream content, string? originalName)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(content);
        if (actor.Key is not { } key || !_quota.TryTake(request.Blog.Id, key))
        {
            return MediaTaken.TooMany;
        }

        var isKept = false;
        try
        {
            var result = await _media.AddAsync(
                request.Blog.Id, content, originalName, actor, _options.Value.ToLimits(), request.Aborted).ConfigureAwait(false);
            isKept = result.IsStored;
            return MediaTaken.Of(result, _options.Value.TakesFiles);
        }
        finally
        {
            if (!isKept)
            {
                _quota.GiveBack(request.Blog.Id, key);
            }
        }
    }

    /// <summary>Returns the words for a problem.</summary>
    /// <param name="text">The texts of the blog.</param>
    /// <param name="problem">The <see cref="MediaTaken.Problem"/>, or another ending of the texts <c>writer.upload-</c>.</param>
    public string Say(BlogText text, string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Format(
            "writer.upload-" + problem,
            WriterText.Size(_options.Value.MaximumLength, text),
            _options.Value.MaximumSide.ToString("N0", text.Language),
            (_options.Value.MaximumPixels / 1_000_000.0).ToString("#,0.##", text.Language),
            WriterText.Size(_options.Value.MaximumFileLength, text));
    }
}
