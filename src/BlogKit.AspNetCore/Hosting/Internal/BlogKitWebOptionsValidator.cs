using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Says at the start which option is out of range. Every feature checks its own.</summary>
internal sealed class BlogKitWebOptionsValidator : IValidateOptions<BlogKitWebOptions>
{
    public ValidateOptionsResult Validate(string? name, BlogKitWebOptions options)
    {
        var failures = new List<string>();
        options.Pages.Check(failures);
        options.PageCache.Check(failures);
        options.Live.Check(failures);
        options.Feeds.Check(failures);
        options.Sitemaps.Check(failures);
        options.Embed.Check(failures);
        options.Desk.Check(failures);
        options.Media.Check(failures);
        options.Replays.Check(failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
