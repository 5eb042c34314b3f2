using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Turns posts into fields of the editor, and fields into posts.</summary>
internal static class EditorForm
{
    private const string LocalTime = "yyyy-MM-dd'T'HH:mm";
    private const int LongestPassword = 200;
    private static readonly string[] LocalTimes = [LocalTime, "yyyy-MM-dd'T'HH:mm:ss"];
    private static readonly string[] Offsets = ["hh\\:mm", "hhmm"];
    private static readonly char[] TagSeparators = [',', '،', '、', '，', '\n'];

    public static EditorInput Read(IFormCollection form) => new()
    {
        Title = Text(form, EditorFields.Title),
        Markdown = Text(form, EditorFields.Markdown),
        Format = Text(form, EditorFields.Format),
        Slug = Text(form, EditorFields.Slug).Trim(),
        Excerpt = Text(form, EditorFields.Excerpt),
        Tags = Text(form, EditorFields.Tags),
        Categories = Many(form, EditorFields.Category),
        Series = Text(form, EditorFields.Series),
        SeriesPosition = Text(form, EditorFields.SeriesPosition).Trim(),
        ImageUrl = Text(form, EditorFields.ImageUrl).Trim(),
        ImageAlt = Text(form, EditorFields.ImageAlt),
        ImageCaption = Text(form, EditorFields.ImageCaption),
        ImageCredit = Text(form, EditorFields.ImageCredit),
        Authors = Many(form, EditorFields.Author),
        Visibility = Text(form, EditorFields.Visibility),
        Password = Text(form, EditorFields.Password),
        Comments = Text(form, EditorFields.Comments) is { Length: > 0 } comments ? comments : "inherit",
        CloseAfterDays = Text(form, EditorFields.CloseAfterDays).Trim(),
        CloseAfterCount = Text(form, EditorFields.CloseAfterCount).Trim(),
        SeoTitle = Text(form, EditorFields.SeoTitle),
        SeoDescription = Text(form, EditorFields.SeoDescription),
        Canonical = Text(form, EditorFields.Canonical).Trim(),
        NoIndex = Text(form, EditorFields.NoIndex).Length > 0,
        IsPinned = Text(form, EditorFields.Pinned).Length > 0,
        Kind = Text(form, EditorFields.Kind) is { Length: > 0 } kind ? kind : "post",
        Parent = Text(form, EditorFields.Parent),
        Footers = Many(form, EditorFields.Footer),
        PublishAt = Text(form, EditorFields.PublishAt).Trim(),
        Zone = Text(form, EditorFields.Zone).Trim(),
    };

    public static EditorInput From(Post post) => new()
    {
        Title = post.Title,
        Markdown = Lines(post.Markdown),
        Format = NameOf(post.Format),
        Slug = post.Slug.Value,
        Excerpt = Lines(post.Excerpt ?? ""),
        Tags = string.Join(", ", post.Tags.Select(static t => t.Name)),
        Categories = [.. post.CategoryIds.Select(static c => c.ToString())],
        Series = post.SeriesId?.ToString() ?? "",
        SeriesPosition = post.SeriesId is null ? "" : Number(post.SeriesPosition),
        ImageUrl = post.FeaturedImage?.Url ?? "",
        ImageAlt = post.FeaturedImage?.AlternativeText ?? "",
        ImageCaption = post.FeaturedImage?.Caption ?? "",
        ImageCredit = post.FeaturedImage?.Credit ?? "",
        Authors = [.. post.AuthorIds.Select(static a => a.ToString())],
        Visibility = NameOf(post.Visibility),
        Comments = NameOf(post.Comments.Mode),
        CloseAfterDays = post.Comments.CloseAfterDays is { } days ? Number(days) : "",
        CloseAfterCount = post.Comments.CloseAfterCount is { } count ? Number(count) : "",
        SeoTitle = post.Seo.Title ?? "",
        SeoDescription = post.Seo.Description ?? "",
        Canonical = post.Seo.CanonicalUrl?.OriginalString ?? "",
        NoIndex = post.Seo.NoIndex,
        IsPinned = post.IsPinned,
        Kind = post.Kind is PostKind.Page ? "page" : "post",
        Parent = post.ParentId?.ToString() ?? "",
        Footers = [.. post.FooterBlockIds.Select(static f => f.ToString())],
        PublishAt = post is { Status: PostStatus.Scheduled, PublishedAt: { } at }
            ? at.UtcDateTime.ToString(LocalTime, CultureInfo.InvariantCulture)
            : "",
    };

    /// <summary>
    /// What of the fields is kept while typing: all but title and text, which are kept beside it, and the password, which is kept nowhere.
    /// </summary>
    public static string Keep(EditorInput input) =>
        JsonSerializer.Serialize(input with { Title = "", Markdown = "", Password = "" }, EditorJson.Default.EditorInput);

    /// <summary>The fields as they were kept.</summary>
    public static EditorInput From(PostAutosave autosave)
    {
        EditorInput? fields = null;
        try
        {
            fields = autosave.Fields.Length == 0 ? null : JsonSerializer.Deserialize(autosave.Fields, EditorJson.Default.EditorInput);
        }
        catch (JsonException)
        {
            // Of another version: title and text are what counts.
        }

        return (fields ?? EditorInput.Empty) with { Title = autosave.Title, Markdown = autosave.Markdown };
    }

    /// <summary>The post that the fields describe: a new one on an empty post, or changes of what is stored.</summary>
    public static (Post Post, ImmutableArray<EditorError> Errors) Apply(
        EditorInput input, Post before, bool isNew, BlogText text, Actor actor)
    {
        var errors = ImmutableArray.CreateBuilder<EditorError>();
        var post = before with
        {
            Title = input.Title,
            Markdown = input.Markdown,
            Format = Format(),
            Excerpt = string.IsNullOrWhiteSpace(input.Excerpt) ? null : input.Excerpt,
            Tags = [.. input.Tags.Split(
                TagSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Tag.From)],
            CategoryIds = [.. Ids<CategoryId>(input.Categories, EditorFields.Category)],
            SeriesId = Id<SeriesId>(input.Series, EditorFields.Series),
            SeriesPosition = Whole(input.SeriesPosition, EditorFields.SeriesPosition) ?? 0,
            FooterBlockIds = [.. Ids<FooterBlockId>(input.Footers, EditorFields.Footer)],
            FeaturedImage = Image(),
            Seo = before.Seo with
            {
                Title = NullIfBlank(input.SeoTitle),
                Description = NullIfBlank(input.SeoDescription),
                CanonicalUrl = Canonical(),
                NoIndex = input.NoIndex,
            },
            Visibility = Visibility(),
            Comments = before.Comments with
            {
                Mode = Mode(),
                CloseAfterDays = Whole(input.CloseAfterDays, EditorFields.CloseAfterDays),
                CloseAfterCount = Whole(input.CloseAfterCount, EditorFields.CloseAfterCount),
            },
            IsPinned = actor.CanEditOthers ? input.IsPinned : before.IsPinned,
            ParentId = Id<PostId>(input.Parent, EditorFields.Parent),
            Slug = ReadSlug(),
            Kind = isNew ? Kind() : before.Kind,
        };
        if (actor.CanEditOthers && !input.Authors.IsEmpty)
        {
            var chosen = Ids<AuthorId>(input.Authors, EditorFields.Author).ToList();
            post = post with
            {
                AuthorIds = [.. before.AuthorIds.Where(chosen.Contains), .. chosen.Where(id => !before.AuthorIds.Contains(id))],
            };
        }

        if (post.Visibility is PostVisibility.Password)
        {
            if (input.Password.Length > LongestPassword)
            {
                Add(EditorFields.Password, "writer.error.too-long");
            }
            else if (input.Password.Length == 0 && before.PasswordHash is null)
            {
                Add(EditorFields.Password, "writer.error.password");
            }
        }

        return (post, errors.ToImmutable());

        void Add(string field, string key, params object?[] values) => errors.Add(new EditorError(field, text.Format(key, values)));

        TId? Id<TId>(string value, string field)
            where TId : struct, IParsable<TId>
        {
            if (value.Length == 0)
            {
                return null;
            }

            if (TId.TryParse(value, CultureInfo.InvariantCulture, out var id))
            {
                return id;
            }

            Add(field, "writer.error.choice");
            return null;
        }

        IEnumerable<TId> Ids<TId>(ImmutableArray<string> values, string field)
            where TId : struct, IParsable<TId> => values.Select(value => Id<TId>(value, field)).OfType<TId>();

        int? Whole(string value, string field)
        {
            if (value.Length == 0)
            {
                return null;
            }

            if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= 0)
            {
                return number;
            }

            Add(field, "writer.error.number");
            return null;
        }

        FeaturedImage? Image()
        {
            if (input.ImageUrl.Length > 0)
            {
                var known = before.FeaturedImage is { } image && string.Equals(image.Url, input.ImageUrl, StringComparison.Ordinal)
                    ? image
                    : null;
                return new FeaturedImage(input.ImageUrl, input.ImageAlt.Trim())
                {
                    Caption = NullIfBlank(input.ImageCaption),
                    Credit = NullIfBlank(input.ImageCredit),
                    Width = known?.Width,
                    Height = known?.Height,
                };
            }

            if (!string.IsNullOrWhiteSpace(input.ImageAlt + input.ImageCaption + input.ImageCredit))
            {
                Add(EditorFields.ImageUrl, "writer.error.image-url");
            }

            return null;
        }

        Uri? Canonical()
        {
            if (input.Canonical.Length == 0)
            {
                return null;
            }

            if (Uri.TryCreate(input.Canonical, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                return url;
            }

            Add(EditorFields.Canonical, "writer.error.invalid-url");
            return null;
        }

        PostFormat Format()
        {
            switch (input.Format)
            {
                case "":
                    return before.Format;
                case "markdown" when Enum.IsDefined(before.Format):
                    return PostFormat.Markdown;
                case "html" when Enum.IsDefined(before.Format):
                    return PostFormat.Html;
                default:
                    Add(EditorFields.Format, "writer.error.choice");
                    return before.Format;
            }
        }

        PostVisibility Visibility()
        {
            switch (input.Visibility)
            {
                case "":
                    return before.Visibility;
                case "public":
                    return PostVisibility.Public;
                case "unlisted":
                    return PostVisibility.Unlisted;
                case "password":
                    return PostVisibility.Password;
                default:
                    Add(EditorFields.Visibility, "writer.error.choice");
                    return before.Visibility;
            }
        }

        CommentMode? Mode()
        {
            switch (input.Comments)
            {
                case "inherit":
                    return null;
                case "open":
                    return CommentMode.Open;
                case "closed":
                    return CommentMode.Closed;
                case "hidden":
                    return CommentMode.Hidden;
                default:
                    Add(EditorFields.Comments, "writer.error.choice");
                    return before.Comments.Mode;
            }
        }

        PostKind Kind()
        {
            switch (input.Kind)
            {
                case "post":
                    return PostKind.Post;
                case "page":
                    return PostKind.Page;
                default:
                    Add(EditorFields.Kind, "writer.error.choice");
                    return PostKind.Post;
            }
        }

        // Of a new post without one it stays empty: the service makes it.
        Slug ReadSlug()
        {
            if (input.Slug.Length == 0)
            {
                return before.Slug;
            }

            if (!Slug.TryParse(input.Slug, out var slug))
            {
                Add(EditorFields.Slug, "writer.error.slug", Slug.From(input.Slug).Value);
                return before.Slug;
            }

            if (ReservedSlugs.Contains(slug) && slug != before.Slug)
            {
                Add(EditorFields.Slug, "writer.error.slug-reserved", slug.WithNumber(2).Value);
            }

            return slug;
        }
    }

    /// <summary>The moment that stands in the fields; null when they do not say one.</summary>
    public static DateTimeOffset? MomentOf(EditorInput input) =>
        DateTime.TryParseExact(input.PublishAt, LocalTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year is >= 2 and <= 9998
        && ReadOffset(input.Zone) is { } offset
            ? new DateTimeOffset(local, offset).ToUniversalTime()
            : null;

    /// <summary>The moment a post is to be published at; null with an error when the fields do not say one that is to come.</summary>
    public static (DateTimeOffset? At, EditorError? Error) ReadMoment(EditorInput input, DateTimeOffset now, BlogText text)
    {
        if (!DateTime.TryParseExact(input.PublishAt, LocalTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return (null, new EditorError(EditorFields.PublishAt, text["writer.error.date"]));
        }

        if (ReadOffset(input.Zone) is not { } offset)
        {
            return (null, new EditorError(EditorFields.Zone, text["writer.error.zone"]));
        }

        // The first and last hours of the calendar have no moment in every zone.
        if (local.Year is < 2 or > 9998)
        {
            return (null, new EditorError(EditorFields.PublishAt, text["writer.error.date"]));
        }

        var at = new DateTimeOffset(local, offset).ToUniversalTime();
        return at > now ? (at, null) : (null, new EditorError(EditorFields.PublishAt, text["writer.error.past"]));
    }

    public static string NameOf(PostFormat format) => format is PostFormat.Html ? "html" : "markdown";

    public static string NameOf(PostVisibility visibility) => visibility switch
    {
        PostVisibility.Unlisted => "unlisted",
        PostVisibility.Password => "password",
        _ => "public",
    };

    private static string NameOf(CommentMode? mode) => mode switch
    {
        CommentMode.Open => "open",
        CommentMode.Closed => "closed",
        CommentMode.Hidden => "hidden",
        _ => "inherit",
    };

    private static TimeSpan? ReadOffset(string zone)
    {
        if (zone is "" or "Z" or "UTC")
        {
            return TimeSpan.Zero;
        }

        return zone[0] is '+' or '-'
            && TimeSpan.TryParseExact(zone.AsSpan(1), Offsets, CultureInfo.InvariantCulture, out var offset)
            && offset <= TimeSpan.FromHours(14)
            ? zone[0] is '-' ? -offset : offset
            : null;
    }

    private static string? NullIfBlank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(IFormCollection form, string name) => Lines(Forms.Field(form, name) ?? "");

    // Browsers send U+000D U+000A for every end of a line.
    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static ImmutableArray<string> Many(IFormCollection form, string name) =>
        [.. form[name].OfType<string>().Where(static v => v.Length > 0)];
}
