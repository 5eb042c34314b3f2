using System.Collections.Frozen;
using BlogKit.Internal;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Reads the properties of a request into a post. Every property that is known is done as asked or refused, and so is every value of one:
/// stage, audience and date most of all.
/// </summary>
internal sealed class MicropubPost
{
    /// <summary>The properties that are read and told, and the two that are only read.</summary>
    public static readonly ImmutableArray<string> Properties =
        ["name", "content", "summary", "category", "photo", "published", "post-status", "visibility", "mp-slug"];

    public static readonly ImmutableArray<string> Audiences = ["public", "unlisted", "private"];

    private const string PhotoAlt = "mp-photo-alt";
    private const string Audience = "audience";
    private static readonly FrozenSet<string> Known =
        Properties.Append(PhotoAlt).Append(Audience).Append("slug").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly MicropubRequest _request;
    private readonly Post? _before;
    private readonly IReadOnlyList<string> _namesBefore;
    private readonly ImmutableArray<EditorPicture> _picturesBefore;
    private readonly string _textBefore;
    private BlogError? _error;

    private MicropubPost(MicropubRequest request, Post? before, IReadOnlyList<string> namesBefore)
    {
        _request = request;
        _before = before;
        _namesBefore = namesBefore;
        (_picturesBefore, _textBefore) = EditorPictures.Split(before);
    }

    public static bool Knows(string property) => Known.Contains(property);

    /// <summary>What is asked for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="before">What is changed; null for a new post.</param>
    /// <param name="namesBefore">The names of its categories and tags.</param>
    public static Result<EditorPost> Read(MicropubRequest request, Post? before, IReadOnlyList<string> namesBefore) =>
        new MicropubPost(request, before, namesBefore).Read();

    public static string StatusOf(Post post) =>
        post.Status is PostStatus.Published or PostStatus.Scheduled or PostStatus.Private ? "published" : "draft";

    public static string VisibilityOf(Post post) => post switch
    {
        { Status: PostStatus.Private } => "private",
        { Visibility: PostVisibility.Password } => "protected",
        { Visibility: PostVisibility.Unlisted } => "unlisted",
        _ => "public",
    };

    private Result<EditorPost> Read()
    {
        var name = Single("name", _before?.Title);
        var content = Single("content", _textBefore);
        var summary = Single("summary", _before?.Excerpt);
        var slug = Single("mp-slug", _before?.Slug.Value, mayBeRemoved: false) ?? Single("slug", _before?.Slug.Value, mayBeRemoved: false);
        var published = Single("published", _before?.PublishedAt is { } at ? MomentText.Write(at) : null);
        var text = content is null ? null : content.IsHtml ? EditorText.Html(content.Text ?? "") : EditorText.Markdown(content.Text ?? "");
        if (_before is null && string.IsNullOrWhiteSpace(text?.Value) && summary?.Text is not null)
        {
            text = Line(summary);
        }

        var post = new EditorPost
        {
            Title = name is null ? null : Line(name),
            Text = text,
            Pictures = Pictures(text?.Value ?? _textBefore),
            Excerpt = summary is null ? null : Line(summary),
            Slug = SuggestedSlug.From(slug?.Text),
            Names = Categories(),
            Stage = Stage(),
            Audience = WantedAudience(),
            PublishedAt = Moment(published),
            ClearsDate = _before is not null && published is { Text: null or "" },
        };
        if (_request.Properties[Audience].Concat(_request.Added[Audience]).Any())
        {
            Refuse(Audience, "{field} single readers cannot be named; use visibility.");
        }

        return _error is null ? post : _error;
    }

    /// <summary>What becomes of a property that has one value: null = it stays, a value without a text = it is taken away.</summary>
    private MicropubValue? Single(string property, string? before, bool mayBeRemoved = true)
    {
        var (replaced, added, removed) = (_request.Properties.Has(property), _request.Added.Has(property), _request.Removed.Has(property));
        if (!replaced && !added && !removed)
        {
            return null;
        }

        if ((replaced && (added || removed)) || (added && removed))
        {
            return Refuse(property, "{field} is changed in more than one way.");
        }

        var values = replaced ? _request.Properties[property] : added ? _request.Added[property] : _request.Removed[property];
        if (values.Any(static v => v.Text is null) || (values.Length > 1 && !removed))
        {
            return Refuse(property, "{field} must be one text.");
        }

        if (removed ? values.IsEmpty || values.Any(v => string.Equals(v.Text, before, StringComparison.Ordinal)) : values.IsEmpty)
        {
            return mayBeRemoved ? new MicropubValue((string?)null) : Refuse(property, "{field} cannot be taken away.");
        }

        if (added && !string.IsNullOrEmpty(before) && !string.Equals(values[0].Text, before, StringComparison.Ordinal))
        {
            return Refuse(property, "{field} has a value already, and can have one only: replace it.");
        }

        return removed ? null : values[0];
    }

    private EditorStage? Stage() => Single("post-status", _before is null ? null : StatusOf(_before), mayBeRemoved: false)?.Text switch
    {
        null => null,
        "draft" => EditorStage.Draft,
        "published" => EditorStage.Published,
        _ => Unknown<EditorStage>("post-status", "{field} must be draft or published."),
    };

    private EditorAudience? WantedAudience() => Single(
        "visibility", _before is null ? null : VisibilityOf(_before), mayBeRemoved: false)?.Text switch
    {
        null => null,
        "public" => EditorAudience.Public,
        "unlisted" => EditorAudience.Unlisted,
        "private" => EditorAudience.Private,
        "protected" when _before is { Visibility: PostVisibility.Password } => EditorAudience.Protected,
        _ => Unknown<EditorAudience>("visibility", "{field} must be public, unlisted or private."),
    };

    private static EditorText Line(MicropubValue value) =>
        value.IsHtml ? EditorText.Html(value.Text ?? "") : EditorText.Plain(value.Text ?? "");

    private DateTimeOffset? Moment(MicropubValue? published)
    {
        if (published?.Text is not { Length: > 0 } text)
        {
            return null;
        }

        return MomentText.TryRead(text, out var moment)
            ? moment
            : Unknown<DateTimeOffset>("published", "{field} is not a date and time such as 2026-03-01T12:00:00Z.");
    }

    private ImmutableArray<string>? Categories()
    {
        const string Property = "category";
        var all = _request.Properties[Property].Concat(_request.Added[Property]).Concat(_request.Removed[Property]);
        if (all.Any(static v => v.Text is null))
        {
            Refuse(Property, "{field} must be names.");
            return null;
        }

        ImmutableArray<string>? names = _request.Properties.Has(Property) ? Texts(_request.Properties[Property]) : null;
        if (_request.Added.Has(Property))
        {
            names = [.. (names ?? [.. _namesBefore]).Union(Texts(_request.Added[Property]), StringComparer.OrdinalIgnoreCase)];
        }

        if (_request.Removed.Has(Property))
        {
            var removed = Texts(_request.Removed[Property]);
            names = removed.IsEmpty
                ? []
                : [.. (names ?? [.. _namesBefore]).Where(n => !removed.Contains(n, StringComparer.OrdinalIgnoreCase))];
        }

        return names;
    }

    private ImmutableArray<EditorPicture>? Pictures(string text)
    {
        const string Property = "photo";
        var (replaced, added, removed) = (_request.Properties.Has(Property), _request.Added.Has(Property), _request.Removed.Has(Property));
        if (!replaced && !added && !removed)
        {
            if (_request.Properties.Has(PhotoAlt) || _request.Added.Has(PhotoAlt) || _request.Removed.Has(PhotoAlt))
            {
                Refuse(PhotoAlt, "{field} says what pictures show, and there is no photo beside it.");
            }

            return null;
        }

        var pictures = replaced ? Read(_request.Properties[Property], _request.Properties[PhotoAlt]) : _picturesBefore;
        if (added)
        {
            pictures = [.. pictures.Concat(Read(_request.Added[Property], _request.Added[PhotoAlt])).DistinctBy(static p => p.Url)];
        }

        if (removed)
        {
            var gone = Read(_request.Removed[Property], []).Select(static p => p.Url).ToArray();
            if (Array.Find(gone, url => EditorPictures.IsIn(text, url)) is not null)
            {
                Refuse(Property, "{field} names a picture that stands in the text; change the content.");
            }

            pictures = gone.Length == 0 ? [] : [.. pictures.Where(p => !gone.Contains(p.Url))];
        }

        return [.. pictures.Where(p => !EditorPictures.IsIn(text, p.Url)).DistinctBy(static p => p.Url)];

        ImmutableArray<EditorPicture> Read(ImmutableArray<MicropubValue> values, ImmutableArray<MicropubValue> alts)
        {
            var read = ImmutableArray.CreateBuilder<EditorPicture>();
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i].Text is { Length: > 0 and <= 2_000 } address
                    && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var url)
                    && url.Scheme is "http" or "https")
                {
                    read.Add(new EditorPicture(url, values[i].AlternativeText ?? (i < alts.Length ? alts[i].Text : null) ?? ""));
                }
                else
                {
                    Refuse(Property, "{field} must be http or https addresses of pictures.");
                }
            }

            return read.DrainToImmutable();
        }
    }

    private static ImmutableArray<string> Texts(ImmutableArray<MicropubValue> values) =>
        [.. values.Select(static v => v.Text).OfType<string>().Where(static t => !string.IsNullOrWhiteSpace(t))];

    private MicropubValue? Refuse(string property, string template)
    {
        _error ??= BlogError.Of(ErrorKind.Invalid, ErrorCodes.InvalidText, template, property);
        return null;
    }

    private T? Unknown<T>(string property, string template)
        where T : struct
    {
        Refuse(property, template);
        return null;
    }
}
