namespace BlogKit.Interchange.Internal;

/// <summary>Writes the pictures that represent posts as items of their own, each address once.</summary>
internal sealed class WxrPictures(
    WxrOutput xml, WxrNames names, WxrAddresses addresses, WxrTimes times, WxrLedger ledger, int lastPost)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly WxrAlterations _alterations = new();

    /// <summary>The number of a post's picture, behind those of all posts; 0 for none.</summary>
    public int NumberOf(Post post)
    {
        if (post.FeaturedImage is not { } image)
        {
            return 0;
        }

        var address = addresses.Complete(image.Url);
        if (!_numbers.TryGetValue(address, out var number))
        {
            _numbers.Add(address, number = lastPost + _numbers.Count + 1);
        }

        return number;
    }

    /// <summary>Writes the picture of a post as an item behind it, unless one before had the same.</summary>
    public void Write(Post post, int postNumber)
    {
        if (post.FeaturedImage is not { } image || addresses.Complete(image.Url) is var address && !_written.Add(address))
        {
            return;
        }

        var name = FileName(address);
        var number = NumberOf(post);
        xml.OpenRss("item");
        xml.RssSection("title", WxrOutput.Plain(name));
        xml.Rss("link", address);
        xml.Rss("pubDate", WxrTimes.Mail(post.CreatedAt));
        var creator = names.Find(post.AuthorIds.FirstOrDefault()) is { } author ? names.LoginOf(author) : "";
        xml.Section("dc", "creator", WxrOutput.DublinCore, creator);
        xml.OpenRss("guid");
        xml.Attribute("isPermaLink", "false");
        xml.WriteText(address);
        xml.Close();
        xml.Rss("description", "");
        xml.Section("content", "encoded", WxrOutput.Content, "");
        xml.Section("excerpt", "encoded", WxrOutput.Excerpt, WxrOutput.Plain(image.Caption ?? ""));
        xml.Number("post_id", number);
        xml.Section("post_date", times.Local(post.CreatedAt));
        xml.Section("post_date_gmt", WxrTimes.Utc(post.CreatedAt));
        xml.Section("post_modified", times.Local(post.CreatedAt));
        xml.Section("post_modified_gmt", WxrTimes.Utc(post.CreatedAt));
        xml.Section("comment_status", "closed");
        xml.Section("ping_status", "closed");
        xml.Section("post_name", WxrNames.Encode(Slug.From(name)));
        xml.Section("status", "inherit");
        xml.Number("post_parent", postNumber);
        xml.Number("menu_order", 0);
        xml.Section("post_type", "attachment");
        xml.Section("post_password", "");
        xml.Number("is_sticky", 0);
        xml.Section("attachment_url", address);
        if (image.AlternativeText.Length > 0)
        {
            xml.Meta("postmeta", "_wp_attachment_image_alt", WxrOutput.Plain(image.AlternativeText));
        }

        xml.Close();
        xml.TakeForbidden(_alterations);
        ledger.Write(WxrItemKind.Picture, address, _alterations);
    }

    // The last part of the address without what stands behind its point, as WordPress names files.
    private static string FileName(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        var name = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
        var point = name.LastIndexOf('.');
        return point > 0 ? name[..point] : name.Length > 0 ? name : "picture";
    }
}
