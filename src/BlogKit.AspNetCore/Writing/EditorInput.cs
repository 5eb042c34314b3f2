namespace BlogKit.AspNetCore;

/// <summary>The content of the fields of the editor, as text, right or wrong. Immutable.</summary>
public sealed record EditorInput
{
    /// <summary>An empty editor.</summary>
    public static EditorInput Empty { get; } = new();

    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The text, in <see cref="Format"/>; lines end in U+000A.</summary>
    public string Markdown { get; init; } = "";

    /// <summary>The format of the text: <c>markdown</c> or <c>html</c>; empty = as it was, or Markdown for a new post.</summary>
    public string Format { get; init; } = "";

    /// <summary>The slug; empty = made from the title, or the one the post has.</summary>
    public string Slug { get; init; } = "";

    /// <summary>The excerpt written by hand; empty = taken from the text.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>Tags, separated by commas.</summary>
    public string Tags { get; init; } = "";

    /// <summary>The identities of the categories.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>The identity of the series; empty for none.</summary>
    public string Series { get; init; } = "";

    /// <summary>The place in the series.</summary>
    public string SeriesPosition { get; init; } = "";

    /// <summary>The address of the picture that represents the post; empty for none.</summary>
    public string ImageUrl { get; init; } = "";

    /// <summary>The description of that picture.</summary>
    public string ImageAlt { get; init; } = "";

    /// <summary>The text below it.</summary>
    public string ImageCaption { get; init; } = "";

    /// <summary>The credit for the picture.</summary>
    public string ImageCredit { get; init; } = "";

    /// <summary>The identities of the authors; empty = as it was, or the one who writes.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary><c>public</c>, <c>unlisted</c> or <c>password</c>; empty = as it was.</summary>
    public string Visibility { get; init; } = "public";

    /// <summary>The password to be set; empty = as it was. Never kept and never shown again.</summary>
    public string Password { get; init; } = "";

    /// <summary>Comments: <c>inherit</c>, <c>open</c>, <c>closed</c> or <c>hidden</c>.</summary>
    public string Comments { get; init; } = "inherit";

    /// <summary>Days after which comments close; 0 = never, empty = as the blog says.</summary>
    public string CloseAfterDays { get; init; } = "";

    /// <summary>Comments after which they close; 0 = never, empty = as the blog says.</summary>
    public string CloseAfterCount { get; init; } = "";

    /// <summary>The title for search engines; empty = the post's.</summary>
    public string SeoTitle { get; init; } = "";

    /// <summary>The description for search engines; empty = the excerpt.</summary>
    public string SeoDescription { get; init; } = "";

    /// <summary>The address of the original; empty = the post's own.</summary>
    public string Canonical { get; init; } = "";

    /// <summary>Whether search engines are asked to leave the post out.</summary>
    public bool NoIndex { get; init; }

    /// <summary>Whether the post is pinned; heeded for editors alone.</summary>
    public bool IsPinned { get; init; }

    /// <summary><c>post</c> or <c>page</c>; cannot be changed later.</summary>
    public string Kind { get; init; } = "post";

    /// <summary>The identity of a page's parent; empty for none.</summary>
    public string Parent { get; init; } = "";

    /// <summary>The identities of the footer blocks.</summary>
    public ImmutableArray<string> Footers { get; init; } = [];

    /// <summary>The publication date, local time as <c>yyyy-MM-ddTHH:mm</c>; empty for none.</summary>
    public string PublishAt { get; init; } = "";

    /// <summary>The zone of <see cref="PublishAt"/> as an offset, such as <c>+02:00</c>; empty = UTC.</summary>
    public string Zone { get; init; } = "";
}
