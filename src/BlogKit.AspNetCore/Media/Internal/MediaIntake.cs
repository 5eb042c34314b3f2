using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Checks a picture and keeps it, whichever way it came: its size, its kind by its own first bytes, what its author may upload in a day, and what it says of a camera and a place.
/// Safe for concurrent use.
/// </summary>
internal sealed class MediaIntake(IMediaStore store, MediaQuota quota, IOptions<MediaOptions> options)
{
    private const long FormOverhead = 64 * 1024;

    /// <summary>The largest body of a form with a picture.</summary>
    public static BodyLimit Body { get; } = new(
        "BlogKitWebOptions.Media.MaximumLength", static s => s.GetRequiredService<MediaIntake>().LargestForm);

    /// <summary>The most bytes a form with a picture takes, with what is around it.</summary>
    public long LargestForm => options.Value.MaximumLength + FormOverhead;

    /// <summary>Reads a form that may hold a picture; or says the status to refuse it with.</summary>
    public Task<(IFormCollection? Form, int Status)> ReadFormAsync(HttpContext context)
    {
        context.Features.Set<IFormFeature>(new FormFeature(
            context.Request, new FormOptions { MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 10, ValueLengthLimit = 32 * 1024, MemoryBufferThreshold = 1024 * 1024 }));
        return RequestBody.ReadFormAsync(context);
    }

    /// <summary>Keeps the one file of a form, which must be named <c>file</c>.</summary>
    public async Task<MediaTaken> AddAsync(BlogRequest request, Actor actor, IFormCollection form)
    {
        if (form.Files is not [{ Name: "file" } file])
        {
            return MediaTaken.None;
        }

        if (file.Length > options.Value.MaximumLength)
        {
            return MediaTaken.TooLarge;
        }

        var content = new byte[file.Length];
        var stream = file.OpenReadStream();
        await using (stream.ConfigureAwait(false))
        {
            await stream.ReadExactlyAsync(content, request.Aborted).ConfigureAwait(false);
        }

        return await AddAsync(request, actor, content).ConfigureAwait(false);
    }

    /// <summary>Keeps a content.</summary>
    public async Task<MediaTaken> AddAsync(BlogRequest request, Actor actor, byte[] content)
    {
        if (content.Length > options.Value.MaximumLength)
        {
            return MediaTaken.TooLarge;
        }

        if (ImageHeader.Read(content) is not { } header)
        {
            return MediaTaken.OfNoKind;
        }

        if (PicturePrivacy.Clean(content, header) is not ({ } clean, var width, var height))
        {
            return MediaTaken.OfNoKind;
        }

        if (Math.Max(width, height) > options.Value.MaximumSide || width * height > options.Value.MaximumPixels)
        {
            return MediaTaken.TooManyPixels;
        }

        if (actor.Key is not { } key || !quota.TryTake(request.Blog.Id, key))
        {
            return MediaTaken.TooMany;
        }

        var name = MediaName.For(clean, header.Kind);
        await store.AddAsync(request.Blog.Id, name, clean, request.Aborted).ConfigureAwait(false);
        return new MediaTaken(StatusCodes.Status201Created, null) { Name = name, Width = header.Width, Height = header.Height };
    }

    /// <summary>What is wrong, in words.</summary>
    /// <param name="text">The texts of the blog.</param>
    /// <param name="problem">The <see cref="MediaTaken.Problem"/>, or another ending of the texts <c>writer.upload-</c>.</param>
    public string Say(BlogText text, string problem) => text.Format(
        "writer.upload-" + problem,
        WriterText.Size(options.Value.MaximumLength, text),
        options.Value.MaximumSide.ToString("N0", text.Language),
        (options.Value.MaximumPixels / 1_000_000.0).ToString("#,0.##", text.Language));
}
