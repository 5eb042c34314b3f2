namespace BlogKit.Internal;

/// <summary>
/// Takes out of a picture what a camera, a program or a person wrote into it beside the picture. What shows is not touched.
/// </summary>
internal static class PicturePrivacy
{
    /// <summary>
    /// The picture without it, and the largest sides anything in it has; null when it is not built in a way that lets everything be found.
    /// </summary>
    /// <param name="content">The content.</param>
    /// <param name="header">What its header says.</param>
    public static (byte[] Content, long Width, long Height)? Clean(byte[] content, ImageHeader header)
    {
        long width = header.Width ?? 0;
        long height = header.Height ?? 0;
        switch (header.Kind)
        {
            case ImageKind.Png:
                return (PngPrivacy.Clean(content), width, height);
            case ImageKind.Jpeg:
                return (JpegPrivacy.Clean(content), width, height);
            case ImageKind.WebP:
                return (WebPPrivacy.Clean(content), width, height);
            case ImageKind.Gif:
                var frames = GifPrivacy.Clean(content, out var frame);
                return (frames, Math.Max(width, frame.Width), Math.Max(height, frame.Height));
            default:
                return AvifPrivacy.Clean(content, out var item) is { } clean
                    ? (clean, Math.Max(width, item.Width), Math.Max(height, item.Height))
                    : null;
        }
    }
}
