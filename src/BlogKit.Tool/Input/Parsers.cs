using System.CommandLine.Parsing;
using System.Globalization;

namespace BlogKit.CommandLine;

/// <summary>Reads typed values from the command line; what cannot be read becomes a usage error.</summary>
internal static class Parsers
{
    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd' 'HH:mmK", "yyyy-MM-dd' 'HH:mm:ssK"];

    public static Slug Slug(ArgumentResult input) => OptionalSlug(input) ?? default;

    public static Slug? OptionalSlug(ArgumentResult input)
    {
        var text = input.Tokens[0].Value;
        if (BlogKit.Slug.TryParse(text, out var slug))
        {
            return slug;
        }

        input.AddError($"'{text}' is not a slug: lower-case letters and digits in words separated by single hyphens were expected.");
        return null;
    }

    public static Slug[] Slugs(ArgumentResult input)
    {
        var slugs = new List<Slug>();
        foreach (var token in input.Tokens)
        {
            if (BlogKit.Slug.TryParse(token.Value, out var slug))
            {
                slugs.Add(slug);
            }
            else
            {
                input.AddError(
                    $"'{token.Value}' is not a slug: lower-case letters and digits in words separated by single hyphens were expected.");
            }
        }

        return [.. slugs];
    }

    public static CommentId CommentId(ArgumentResult input) => CommentIds(input).FirstOrDefault();

    public static CommentId? OptionalCommentId(ArgumentResult input) => CommentIds(input) is [var id] ? id : null;

    public static CommentId[] CommentIds(ArgumentResult input)
    {
        var ids = new List<CommentId>();
        foreach (var token in input.Tokens)
        {
            if (BlogKit.CommentId.TryParse(token.Value, CultureInfo.InvariantCulture, out var id))
            {
                ids.Add(id);
            }
            else
            {
                input.AddError($"'{token.Value}' is not the id of a comment: 32 hexadecimal digits were expected.");
            }
        }

        return [.. ids];
    }

    /// <summary>A date or time of ISO 8601; without an offset it is in UTC.</summary>
    public static DateTimeOffset? Time(ArgumentResult input)
    {
        var text = input.Tokens[0].Value;
        if (DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        input.AddError($"'{text}' is not a time such as 2031-05-20T08:00+02:00; without an offset it is taken as UTC.");
        return null;
    }
}
