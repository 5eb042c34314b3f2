namespace BlogKit.Internal;

/// <summary>The kinds of pictures that are taken. SVG is not among them: it is a document that may hold scripts.</summary>
internal enum ImageKind
{
    Png = 0,
    Jpeg,
    Gif,
    WebP,
    Avif,
}
