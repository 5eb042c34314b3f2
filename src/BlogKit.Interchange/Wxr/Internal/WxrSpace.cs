namespace BlogKit.Interchange.Internal;

/// <summary>The namespaces of an export.</summary>
internal enum WxrSpace
{
    /// <summary>No namespace: what RSS has itself.</summary>
    None = 0,

    /// <summary><c>wp</c>.</summary>
    WordPress = 1,

    /// <summary><c>content</c>.</summary>
    Content = 2,

    /// <summary><c>excerpt</c>.</summary>
    Excerpt = 3,

    /// <summary><c>dc</c>.</summary>
    DublinCore = 4,

    /// <summary>Of a plugin.</summary>
    Other = 5,
}
