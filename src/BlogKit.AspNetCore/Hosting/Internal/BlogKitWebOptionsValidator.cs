using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Says at the start which option is out of range.</summary>
internal sealed class BlogKitWebOptionsValidator : IValidateOptions<BlogKitWebOptions>
{
    public ValidateOptionsResult Validate(string? name, BlogKitWebOptions options)
    {
        var failures = new List<string>();
        if (options.FeedSize is < 1 or > 100)
        {
            failures.Add("BlogKitWebOptions.FeedSize must be between 1 and 100.");
        }

        if (options.PermissionsPolicy?.Any(char.IsControl) is true)
        {
            failures.Add("BlogKitWebOptions.PermissionsPolicy must be one line without control characters.");
        }

        if (options.NavigationPages is < 0 or > 50)
        {
            failures.Add("BlogKitWebOptions.NavigationPages must be between 0 and 50.");
        }

        if (options.StructuredComments is < 0 or > 100)
        {
            failures.Add("BlogKitWebOptions.StructuredComments must be between 0 and 100.");
        }

        if (options.Layout?.IsAssignableTo(typeof(IComponent)) is false)
        {
            failures.Add("BlogKitWebOptions.Layout must be a Razor component.");
        }

        if (options.ViewLayout is not null && (options.Layout is not null || string.IsNullOrWhiteSpace(options.ViewLayout)))
        {
            failures.Add("BlogKitWebOptions.ViewLayout must name a Razor layout, such as \"/Pages/Shared/_Layout.cshtml\", and cannot be set together with Layout.");
        }

        if (!Enum.IsDefined(options.ColorScheme))
        {
            failures.Add("BlogKitWebOptions.ColorScheme must be one of its members.");
        }

        if (options.HeadContent?.IsAssignableTo(typeof(IComponent)) is false)
        {
            failures.Add("BlogKitWebOptions.HeadContent must be a Razor component.");
        }

        if (!options.EmbedOrigins.All(EmbedOrigins.IsOrigin))
        {
            failures.Add("BlogKitWebOptions.EmbedOrigins must be origins such as https://www.example.org, without a path.");
        }

        if (options.ReplayLifetime < TimeSpan.FromMinutes(1) || options.ReplayLifetime > TimeSpan.FromDays(30))
        {
            failures.Add("BlogKitWebOptions.ReplayLifetime must be between one minute and 30 days.");
        }

        if (options.ReplayMemory is < 65_536 or > 1_073_741_824)
        {
            failures.Add("BlogKitWebOptions.ReplayMemory must be between 64 KiB and 1 GiB.");
        }

        if (options.Media.MaximumLength is < 1024 or > 100 * 1024 * 1024)
        {
            failures.Add("BlogKitWebOptions.Media.MaximumLength must be between 1 KiB and 100 MiB.");
        }

        if (options.Media.MaximumSide is < 1 or > 65_535)
        {
            failures.Add("BlogKitWebOptions.Media.MaximumSide must be between 1 and 65,535.");
        }

        if (options.Media.MaximumPixels is < 1 or > 1_000_000_000)
        {
            failures.Add("BlogKitWebOptions.Media.MaximumPixels must be between 1 and 1,000,000,000.");
        }

        if (options.Media.MaximumPerDay is < 1 or > 100_000)
        {
            failures.Add("BlogKitWebOptions.Media.MaximumPerDay must be between 1 and 100,000.");
        }

        if (string.IsNullOrWhiteSpace(options.Media.Folder))
        {
            failures.Add("BlogKitWebOptions.Media.Folder must name a folder.");
        }

        if (options.FeedMemory is < 1024 * 1024 or > 1024 * 1024 * 1024)
        {
            failures.Add("BlogKitWebOptions.FeedMemory must be between 1 MiB and 1 GiB.");
        }

        options.PageCache.Check(failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
