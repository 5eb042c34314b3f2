using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Reads the forms of the authors' desk, which may be as long as a post.</summary>
internal sealed class WriterForms(FormReader reader, Messages messages)
{
    private const int SmallForm = 64 * 1024;
    private const int MostFields = 2_000;

    // One UTF-16 code unit takes at most nine bytes when percent-encoded.
    private const long BytesPerCharacter = 9;

    /// <summary>The largest form of the editor: its text twice (there is the excerpt), and everything else.</summary>
    public static long LargestEditor(PostOptions options) =>
        (4 * SmallForm) + (BytesPerCharacter * ((2L * options.MaximumLength) + options.MaximumAutosaveFieldsLength));

    /// <summary>A form of this site's own; null after the answer was written.</summary>
    public Task<IFormCollection?> ReadAsync(BlogRequest request, string backUrl, Func<IFormCollection, string?>? keep = null)
    {
        var context = request.Http;
        var largest = EndpointRule.LargestBody(context);
        if (context.Features.Get<IFormFeature>()?.Form is null && largest > SmallForm)
        {
            context.Features.Set<IFormFeature>(new FormFeature(
                context.Request,
                new FormOptions { ValueLengthLimit = (int)Math.Min(largest, int.MaxValue), ValueCountLimit = MostFields }));
        }

        return reader.ReadWithinLimitAsync(request, messages, backUrl, keep);
    }
}
