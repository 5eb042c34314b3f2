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
        OptionChecks.CheckRange(failures, "BlogKit:Comments:MaximumLength", options.MaximumLength, 1, Million);
        OptionChecks.CheckRange(failures, "BlogKit:Comments:MaximumNameLength", options.MaximumNameLength, 1, 1_000);
        OptionChecks.CheckRange(failures, "BlogKit:Comments:MaximumEmailLength", options.MaximumEmailLength, 3, 1_000);
        OptionChecks.CheckRange(failures, "BlogKit:Comments:MaximumUrlLength", options.MaximumUrlLength, 10, 10_000);
        OptionChecks.CheckRange(failures, "BlogKit:Comments:MaximumUserAgentLength", options.MaximumUserAgentLength, 0, 10_000);
        if (options.MaximumDepth is { } depth)
        {
            OptionChecks.CheckRange(failures, "BlogKit:Comments:MaximumDepth", depth, 0, Million);
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
        OptionChecks.CheckRange(failures, "BlogKit:Posts:MaximumTitleLength", options.MaximumTitleLength, 1, 2_000);
        OptionChecks.CheckRange(failures, "BlogKit:Posts:MaximumLength", options.MaximumLength, 1, 100 * Million);
        OptionChecks.CheckRange(failures, "BlogKit:Posts:MaximumTags", options.MaximumTags, 0, 1_000);
        OptionChecks.CheckRange(failures, "BlogKit:Posts:MaximumFields", options.MaximumFields, 0, 1_000);
        OptionChecks.CheckRange(failures, "BlogKit:Posts:MaximumFieldNameLength", options.MaximumFieldNameLength, 1, 1_000);
        OptionChecks.CheckRange(failures, "BlogKit:Posts:MaximumFieldValueLength", options.MaximumFieldValueLength, 1, Million);
        OptionChecks.CheckRange(failures, "BlogKit:Posts:ExcerptLength", options.ExcerptLength, 1, 10_000);
        OptionChecks.CheckRange(failures, "BlogKit:Posts:MaximumPageSize", options.MaximumPageSize, 1, 100);
        OptionChecks.CheckRange(failures, "BlogKit:Posts:PageSize", options.PageSize, 1, options.MaximumPageSize);
        OptionChecks.CheckRange(
            failures, "BlogKit:Posts:MaximumAutosaveFieldsLength", options.MaximumAutosaveFieldsLength, 1_000, 10 * Million);
        OptionChecks.CheckRange(
            failures, "BlogKit:Posts:AutosaveRetention", options.AutosaveRetention, TimeSpan.FromHours(1), TimeSpan.FromDays(365));
        if (options.RevisionsKept is { } kept)
        {
            OptionChecks.CheckRange(failures, "BlogKit:Posts:RevisionsKept", kept, 1, Million);
        }
    }

    private static void Check(ThreadOptions options, List<string> failures)
    {
        OptionChecks.CheckRange(failures, "BlogKit:Threads:DisplayDepth", options.DisplayDepth, 1, 20);
        OptionChecks.CheckRange(failures, "BlogKit:Threads:MaximumRootsPerPage", options.MaximumRootsPerPage, 1, 1_000);
        OptionChecks.CheckRange(failures, "BlogKit:Threads:RootsPerPage", options.RootsPerPage, 1, options.MaximumRootsPerPage);
        OptionChecks.CheckRange(failures, "BlogKit:Threads:MaximumReplies", options.MaximumReplies, 1, 1_000);
        OptionChecks.CheckRange(failures, "BlogKit:Threads:RepliesPerRoot", options.RepliesPerRoot, 0, options.MaximumReplies);
        OptionChecks.CheckRange(failures, "BlogKit:Threads:MaximumPinned", options.MaximumPinned, 0, 20);
        OptionChecks.CheckDefined(failures, "BlogKit:Threads:Sort", options.Sort);
    }

    private static void Check(SearchOptions options, List<string> failures)
    {
        OptionChecks.CheckRange(failures, "BlogKit:Search:MaximumQueryLength", options.MaximumQueryLength, 1, 2_000);
        OptionChecks.CheckRange(failures, "BlogKit:Search:MaximumTerms", options.MaximumTerms, 1, 50);
        OptionChecks.CheckRange(failures, "BlogKit:Search:MaximumHits", options.MaximumHits, 1, 10_000);
    }

    private static void Check(RenderingOptions options, List<string> failures)
    {
        OptionChecks.CheckRange(failures, "BlogKit:Rendering:ConfigurationVersion", options.ConfigurationVersion, 0, int.MaxValue);
        OptionChecks.CheckRange(failures, "BlogKit:Rendering:MaximumNesting", options.MaximumNesting, 1, 100);
        OptionChecks.CheckRange(failures, "BlogKit:Rendering:MaximumDelimiters", options.MaximumDelimiters, 1, int.MaxValue);
        OptionChecks.CheckRange(failures, "BlogKit:Rendering:MaximumReferences", options.MaximumReferences, 0, int.MaxValue);
        OptionChecks.CheckRange(failures, "BlogKit:Rendering:MaximumUrlLength", options.MaximumUrlLength, 1, int.MaxValue);
        OptionChecks.CheckRange(failures, "BlogKit:Rendering:MaximumTableCells", options.MaximumTableCells, 0, int.MaxValue);
        if (options.AnchorPrefix is null || !options.AnchorPrefix.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            failures.Add("BlogKit:Rendering:AnchorPrefix must have letters a-z, digits, hyphens and underscores only.");
        }
    }
}
