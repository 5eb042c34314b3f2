using System.Globalization;
using BlogKit.Moderation;
using Microsoft.Extensions.Options;

namespace BlogKit.Internal;

/// <summary>Checks the options when the host starts; every message names the key.</summary>
internal sealed class BlogKitOptionsValidator(IEnumerable<ModerationPolicyDescriptor> policies) : IValidateOptions<BlogKitOptions>
{
    private const int Million = 1_000_000;

    public ValidateOptionsResult Validate(string? name, BlogKitOptions options)
    {
        var failures = new List<string>();
        if (options.Comments is null || options.Posts is null || options.Threads is null || options.Moderation is null
            || options.Search is null || options.Rendering is null)
        {
            return ValidateOptionsResult.Fail("BlogKit: Comments, Posts, Threads, Moderation, Search and Rendering must not be null.");
        }

        Check(options.Comments, failures);
        Check(options.Posts, failures);
        Check(options.Threads, failures);
        Check(options.Search, failures);
        Check(options.Rendering, failures);
        options.Moderation.Check("BlogKit:Moderation", [.. policies], failures);

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Check(CommentOptions options, List<string> failures)
    {
        Range(failures, "Comments:MaximumLength", options.MaximumLength, 1, Million);
        Range(failures, "Comments:MaximumNameLength", options.MaximumNameLength, 1, 1_000);
        Range(failures, "Comments:MaximumEmailLength", options.MaximumEmailLength, 3, 1_000);
        Range(failures, "Comments:MaximumUrlLength", options.MaximumUrlLength, 10, 10_000);
        Range(failures, "Comments:MaximumUserAgentLength", options.MaximumUserAgentLength, 0, 10_000);
        if (options.MaximumDepth is { } depth)
        {
            Range(failures, "Comments:MaximumDepth", depth, 0, Million);
        }

        if (string.IsNullOrWhiteSpace(options.AnonymousName) || !PersonText.IsPlainLine(options.AnonymousName))
        {
            failures.Add("BlogKit:Comments:AnonymousName must be one line with something to read in it.");
        }

        if (options.EditWindow < TimeSpan.Zero)
        {
            failures.Add($"BlogKit:Comments:EditWindow must not be negative, but is {options.EditWindow}.");
        }
    }

    private static void Check(PostOptions options, List<string> failures)
    {
        Range(failures, "Posts:MaximumTitleLength", options.MaximumTitleLength, 1, 2_000);
        Range(failures, "Posts:MaximumLength", options.MaximumLength, 1, 100 * Million);
        Range(failures, "Posts:MaximumTags", options.MaximumTags, 0, 1_000);
        Range(failures, "Posts:ExcerptLength", options.ExcerptLength, 1, 10_000);
        Range(failures, "Posts:MaximumPageSize", options.MaximumPageSize, 1, 100);
        Range(failures, "Posts:PageSize", options.PageSize, 1, options.MaximumPageSize);
        Range(failures, "Posts:MaximumAutosaveFieldsLength", options.MaximumAutosaveFieldsLength, 1_000, 10 * Million);
        if (options.AutosaveRetention < TimeSpan.FromHours(1) || options.AutosaveRetention > TimeSpan.FromDays(365))
        {
            failures.Add($"BlogKit:Posts:AutosaveRetention must be between one hour and 365 days, but is {options.AutosaveRetention}.");
        }

        if (options.RevisionsKept is { } kept)
        {
            Range(failures, "Posts:RevisionsKept", kept, 1, Million);
        }
    }

    private static void Check(ThreadOptions options, List<string> failures)
    {
        Range(failures, "Threads:DisplayDepth", options.DisplayDepth, 1, 20);
        Range(failures, "Threads:MaximumRootsPerPage", options.MaximumRootsPerPage, 1, 1_000);
        Range(failures, "Threads:RootsPerPage", options.RootsPerPage, 1, options.MaximumRootsPerPage);
        Range(failures, "Threads:MaximumReplies", options.MaximumReplies, 1, 1_000);
        Range(failures, "Threads:RepliesPerRoot", options.RepliesPerRoot, 0, options.MaximumReplies);
        Range(failures, "Threads:MaximumPinned", options.MaximumPinned, 0, 20);
        if (!Enum.IsDefined(options.Sort))
        {
            failures.Add("BlogKit:Threads:Sort must be Oldest, Newest or Best.");
        }
    }

    private static void Check(SearchOptions options, List<string> failures)
    {
        Range(failures, "Search:MaximumQueryLength", options.MaximumQueryLength, 1, 2_000);
        Range(failures, "Search:MaximumTerms", options.MaximumTerms, 1, 50);
        Range(failures, "Search:MaximumHits", options.MaximumHits, 1, 10_000);
    }

    private static void Check(RenderingOptions options, List<string> failures)
    {
        Range(failures, "Rendering:ConfigurationVersion", options.ConfigurationVersion, 0, int.MaxValue);
        Range(failures, "Rendering:MaximumNesting", options.MaximumNesting, 1, 100);
        Range(failures, "Rendering:MaximumDelimiters", options.MaximumDelimiters, 1, int.MaxValue);
        Range(failures, "Rendering:MaximumReferences", options.MaximumReferences, 0, int.MaxValue);
        Range(failures, "Rendering:MaximumUrlLength", options.MaximumUrlLength, 1, int.MaxValue);
        Range(failures, "Rendering:MaximumTableCells", options.MaximumTableCells, 0, int.MaxValue);
        if (options.AnchorPrefix is null || !options.AnchorPrefix.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            failures.Add("BlogKit:Rendering:AnchorPrefix must have letters a-z, digits, hyphens and underscores only.");
        }
    }

    private static void Range(List<string> failures, string key, int value, int minimum, int maximum)
    {
        if (value < minimum || value > maximum)
        {
            failures.Add(string.Create(
                CultureInfo.InvariantCulture, $"BlogKit:{key} must be between {minimum} and {maximum}, but is {value}."));
        }
    }
}
