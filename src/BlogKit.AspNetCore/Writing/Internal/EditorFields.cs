namespace BlogKit.AspNetCore.Internal;

/// <summary>The names of the editor's fields.</summary>
internal static class EditorFields
{
    public const string Post = "post";
    public const string NewId = "key";
    public const string Version = "version";
    public const string Action = "do";
    public const string Title = "title";
    public const string Markdown = "body";
    public const string Format = "format";
    public const string Slug = "slug";
    public const string Excerpt = "excerpt";
    public const string Tags = "tags";
    public const string Category = "category";
    public const string Series = "series";
    public const string SeriesPosition = "seriesPosition";
    public const string ImageUrl = "imageUrl";
    public const string ImageAlt = "imageAlt";
    public const string ImageCaption = "imageCaption";
    public const string ImageCredit = "imageCredit";
    public const string Author = "author";
    public const string Visibility = "visibility";
    public const string Password = "password";
    public const string Comments = "comments";
    public const string CloseAfterDays = "closeDays";
    public const string CloseAfterCount = "closeCount";
    public const string SeoTitle = "seoTitle";
    public const string SeoDescription = "seoDescription";
    public const string Canonical = "canonical";
    public const string NoIndex = "noindex";
    public const string Pinned = "pinned";
    public const string Kind = "kind";
    public const string Parent = "parent";
    public const string Footer = "footer";
    public const string PublishAt = "publishAt";
    public const string Zone = "zone";

    /// <summary>The key of the text that is a field's label.</summary>
    public static string LabelOf(string field) => field switch
    {
        Title => "writer.title",
        Markdown => "writer.body",
        Format => "writer.format",
        Slug => "writer.slug",
        Excerpt => "writer.excerpt",
        Tags => "writer.tags",
        Category => "writer.categories",
        Series => "writer.series",
        SeriesPosition => "writer.series-position",
        ImageUrl => "writer.image-url",
        ImageAlt => "writer.image-alt",
        ImageCaption => "writer.image-caption",
        ImageCredit => "writer.image-credit",
        Author => "writer.authors",
        Visibility => "writer.visibility",
        Password => "writer.password",
        Comments => "writer.comment-mode",
        CloseAfterDays => "writer.close-days",
        CloseAfterCount => "writer.close-count",
        SeoTitle => "writer.seo-title",
        SeoDescription => "writer.seo-description",
        Canonical => "writer.canonical",
        Kind => "writer.kind",
        Parent => "writer.parent",
        Footer => "writer.footers",
        PublishAt => "writer.publish-at",
        Zone => "writer.zone",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A field that is shown has a label."),
    };

    /// <summary>The field of the form that a rule of the domain speaks of; null for none.</summary>
    public static string? For(string? property) => property switch
    {
        nameof(BlogKit.Post.Title) => Title,
        nameof(BlogKit.Post.Markdown) or "Html" => Markdown,
        nameof(BlogKit.Post.Format) => Format,
        nameof(BlogKit.Post.Slug) => Slug,
        nameof(BlogKit.Post.Excerpt) => Excerpt,
        nameof(BlogKit.Post.Tags) => Tags,
        nameof(BlogKit.Post.CategoryIds) => Category,
        nameof(BlogKit.Post.SeriesId) => Series,
        nameof(BlogKit.Post.AuthorIds) => Author,
        nameof(BlogKit.Post.FooterBlockIds) => Footer,
        nameof(BlogKit.Post.ParentId) => Parent,
        nameof(BlogKit.Post.Visibility) => Visibility,
        nameof(NewPost.Password) => Password,
        "FeaturedImage" or "FeaturedImage.Url" => ImageUrl,
        "FeaturedImage.AlternativeText" => ImageAlt,
        "FeaturedImage.Caption" => ImageCaption,
        "FeaturedImage.Credit" => ImageCredit,
        "Seo.Title" => SeoTitle,
        "Seo.Description" => SeoDescription,
        "Seo.CanonicalUrl" => Canonical,
        "Comments.Mode" => Comments,
        "Comments.CloseAfterDays" => CloseAfterDays,
        "Comments.CloseAfterCount" => CloseAfterCount,
        "PublishAt" => PublishAt,
        _ => null,
    };
}
