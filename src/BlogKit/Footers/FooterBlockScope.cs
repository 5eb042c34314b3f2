namespace BlogKit;

/// <summary>Under which posts a footer block stands.</summary>
public enum FooterBlockScope
{
    /// <summary>Only under posts that name it.</summary>
    Post,

    /// <summary>Under every post of one author.</summary>
    Author,

    /// <summary>Under every post of the blog.</summary>
    Blog,
}
