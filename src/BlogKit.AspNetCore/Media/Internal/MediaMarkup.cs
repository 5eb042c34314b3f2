using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A picture or file at the desk, and what is put into a text for it.</summary>
internal static class MediaMarkup
{
    /// <summary>What it looks like, what it is called, when it was added and how large it is.</summary>
    public static RenderFragment Item(PageFrame page, MediaItem item) => builder =>
    {
        var text = page.Text;
        var url = page.Links.Media(item.File.Name);
        if (item.Kind.IsPicture)
        {
            builder.OpenElement(0, "img");
            builder.AddAttribute(1, "src", url);
            builder.AddAttribute(2, "alt", text.Format("writer.media-of", When(page, item)));
            builder.AddAttribute(3, "loading", "lazy");
            builder.CloseElement();
        }
        else
        {
            builder.OpenElement(4, "a");
            builder.AddAttribute(5, "class", "bk-media-file");
            builder.AddAttribute(6, "href", url);
            builder.AddAttribute(7, "dir", "ltr");
            builder.AddAttribute(8, "aria-label", Name(page, item));
            builder.AddContent(9, "." + item.Kind.Extension);
            builder.CloseElement();
        }

        builder.OpenElement(10, "p");
        if (item.File.OriginalName is { } name)
        {
            builder.OpenElement(11, "bdi");
            builder.AddContent(12, name);
            builder.CloseElement();
            builder.AddContent(13, " · ");
        }

        builder.OpenElement(14, "time");
        builder.AddAttribute(15, "datetime", PageText.Machine(item.File.AddedAt));
        builder.AddContent(16, When(page, item));
        builder.CloseElement();
        builder.AddContent(17, " · " + WriterText.Size(item.File.Length, text));
        builder.CloseElement();
    };

    /// <summary>What it is called; what it is and when it was added, where no name is known.</summary>
    public static string Name(PageFrame page, MediaItem item) => item.File.OriginalName
        ?? page.Text.Format(item.Kind.IsPicture ? "writer.media-of" : "writer.media-file-of", When(page, item));

    /// <summary>The picture with its description, or a link to the file.</summary>
    public static string Markdown(BlogLinks links, MediaItem item, string alternative)
    {
        var text = (item.Kind.IsPicture ? alternative : item.File.OriginalName ?? item.File.Name)
            .ReplaceLineEndings(" ")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal);
        return $"{(item.Kind.IsPicture ? "!" : "")}[{text}]({links.Media(item.File.Name)})";
    }

    private static string When(PageFrame page, MediaItem item) => PageText.DateAndTime(page.Text, item.File.AddedAt);
}
