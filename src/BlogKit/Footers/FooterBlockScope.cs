namespace BlogKit;

/// <summary>The posts under which a footer block is shown. The numbers are stored and never reused.</summary>
public enum FooterBlockScope
{
    /// <summary>Only under posts that name it.</summary>
    Post = 0,

    /// <summary>Under every post of one author.</summary>
    Author = 1,

    /// <summary>Under every post of the blog.</summary>
    Blog = 2,
}
