using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlogKit.Samples.Web.SampleBlog;

/// <summary>
/// The sample blog as written in <c>blog.json</c>, <c>comments.json</c> and <c>posts/*.md</c>, which are embedded in the assembly.
/// </summary>
internal sealed record SampleContent(
    string Name,
    string Description,
    SampleAuthor[] Authors,
    SampleCategory[] Categories,
    SampleSeries[] Series,
    SampleFooter[] Footers,
    SamplePost[] Posts)
{
    /// <summary>The blog that <c>MapBlogKit</c> maps.</summary>
    public const string Key = "default";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static SampleContent Read() => JsonSerializer.Deserialize<SampleContent>(ReadText("blog.json"), Json)!;

    public static Dictionary<string, SampleComment[]> ReadComments() =>
        JsonSerializer.Deserialize<Dictionary<string, SampleComment[]>>(ReadText("comments.json"), Json)!;

    public static string ReadPost(SamplePost post) => ReadText($"posts/{post.File ?? post.Slug}.md");

    private static string ReadText(string name)
    {
        using var stream = typeof(SampleContent).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The sample blog has no file '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

internal sealed record SampleAuthor(
    string Slug, string DisplayName, string Email, string Credentials, Uri Avatar, string Bio, AuthorLink[] Links, BlogRoles Roles);

internal sealed record SampleCategory(string Name, string? Parent = null, string Description = "");

internal sealed record SampleSeries(string Name, string Description);

internal sealed record SampleFooter(string Name, FooterBlockKind Kind, string Markdown);

/// <summary>A post. Without <see cref="DaysAgo"/> it is a draft; below zero it is scheduled.</summary>
internal sealed record SamplePost(string Title, string[] Authors)
{
    public string? Slug { get; init; }

    public string? File { get; init; }

    public PostKind Kind { get; init; }

    public string? Parent { get; init; }

    public double? DaysAgo { get; init; }

    public string[] Categories { get; init; } = [];

    public string[] Tags { get; init; } = [];

    public string? Series { get; init; }

    public int SeriesPosition { get; init; }

    public FeaturedImage? Image { get; init; }

    public PostCommentSettings? Comments { get; init; }
}

/// <summary>A comment some hours after its post; of the author named by slug, or else of a guest.</summary>
internal sealed record SampleComment(string Text, double Hours)
{
    public string? Author { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public Uri? Url { get; init; }

    public CommentStatus Status { get; init; } = CommentStatus.Approved;

    public SampleComment[] Replies { get; init; } = [];
}
