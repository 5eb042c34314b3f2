using System.Globalization;

namespace BlogKit.Internal;

/// <summary>Writes a submission in the names of the protocol.</summary>
internal static class AkismetForm
{
    private const int MaximumContent = 50_000;
    private const int MaximumValue = 2_000;

    public static List<KeyValuePair<string, string>> Write(AkismetSubmission submission, AkismetOptions options)
    {
        var form = Start(options, submission.Blog);
        Add(form, "user_ip", submission.RemoteAddress is { Length: > 0 } address ? address : "0.0.0.0");
        Add(form, "user_agent", submission.UserAgent);
        Add(form, "permalink", submission.Permalink?.AbsoluteUri);
        Add(form, "comment_type", submission.Type);
        Add(form, "comment_author", submission.Author);
        Add(form, "comment_author_email", submission.AuthorEmail);
        Add(form, "comment_author_url", submission.AuthorUrl?.AbsoluteUri);
        Add(form, "comment_content", submission.Content, MaximumContent);
        Add(form, "comment_date_gmt", Time(submission.CreatedAt));
        Add(form, "comment_post_modified_gmt", Time(submission.PublishedAt));
        Add(form, "blog_lang", Language(submission.Language));
        Add(form, "blog_charset", "UTF-8");
        Add(form, "user_role", submission.Role);
        Add(form, "recheck_reason", submission.RecheckReason);
        return form;
    }

    public static List<KeyValuePair<string, string>> Start(AkismetOptions options, Uri blog)
    {
        var form = new List<KeyValuePair<string, string>>();
        Add(form, "api_key", options.ApiKey);
        Add(form, "blog", blog.AbsoluteUri);
        Add(form, "is_test", options.TestMode ? "1" : null);
        return form;
    }

    private static void Add(List<KeyValuePair<string, string>> form, string name, string? value, int maximum = MaximumValue)
    {
        if (!string.IsNullOrEmpty(value))
        {
            form.Add(new(name, Cut(value, maximum)));
        }
    }

    private static string Cut(string value, int maximum)
    {
        if (value.Length <= maximum)
        {
            return value;
        }

        return value[..(char.IsHighSurrogate(value[maximum - 1]) ? maximum - 1 : maximum)];
    }

    private static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // Akismet writes fr_ca where BCP 47 writes fr-CA.
    private static string? Language(string? tag) => tag?.Replace('-', '_').ToLowerInvariant();
}
