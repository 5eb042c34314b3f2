namespace BlogKit;

/// <summary>The language that a post's text is written in. The numbers are stored: they are never changed and never reused.</summary>
public enum PostFormat
{
    /// <summary>Markdown.</summary>
    Markdown = 0,

    /// <summary>HTML, cleaned whenever it is rendered. Needs an <see cref="IHtmlPostRenderer"/>.</summary>
    Html = 1,
}
