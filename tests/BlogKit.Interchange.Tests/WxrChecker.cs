using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace BlogKit.Interchange;

/// <summary>Checks a file against what the exports of WordPress have: names, namespaces, their order, numbers and dates.</summary>
internal static partial class WxrChecker
{
    public static readonly XNamespace Wp = "http://wordpress.org/export/1.2/";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    private const string Channel =
        "^title link description pubDate language wp:wxr_version wp:base_site_url wp:base_blog_url( wp:author)*( wp:category)*( wp:tag)*( wp:term)* "
        + "generator( item)*$";

    private const string Item =
        "^title link pubDate dc:creator guid description content:encoded excerpt:encoded wp:post_id wp:post_date wp:post_date_gmt wp:post_modified "
        + "wp:post_modified_gmt wp:comment_status wp:ping_status wp:post_name wp:status wp:post_parent wp:menu_order wp:post_type wp:post_password "
        + "wp:is_sticky( wp:attachment_url)?( category)*( wp:postmeta)*( dsq:thread_identifier)?( wp:comment)*$";

    private const string Comment =
        "^wp:comment_id wp:comment_author wp:comment_author_email wp:comment_author_url wp:comment_author_IP wp:comment_date wp:comment_date_gmt "
        + "wp:comment_content wp:comment_approved wp:comment_type wp:comment_parent wp:comment_user_id$";

    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        [""] = "",
        ["http://wordpress.org/export/1.2/"] = "wp:",
        ["http://wordpress.org/export/1.2/excerpt/"] = "excerpt:",
        ["http://purl.org/rss/1.0/modules/content/"] = "content:",
        ["http://purl.org/dc/elements/1.1/"] = "dc:",
        ["http://www.disqus.com/"] = "dsq:",
    };

    public static XDocument Check(byte[] file, TimeZoneInfo zone)
    {
        file[0].Should().Be((byte)'<', "a byte order mark stops the importer");
        using var reader = XmlReader.Create(new MemoryStream(file), new XmlReaderSettings { CheckCharacters = true });
        var document = XDocument.Load(reader);
        document.Declaration!.Encoding.Should().Be("utf-8");
        document.Root!.Name.LocalName.Should().Be("rss");
        document.Root.Attribute("version")!.Value.Should().Be("2.0");
        var channel = document.Root.Elements().Single();
        Names(channel).Should().MatchRegex(Channel);
        channel.Element(Wp + "wxr_version")!.Value.Should().Be("1.2");
        Mail(channel.Element("pubDate")!.Value);
        CheckTerms(channel);
        var items = channel.Elements("item").ToList();
        items.Select(static item => Number(item, "post_id")).Should().OnlyHaveUniqueItems();
        channel.Descendants(Wp + "comment_id").Select(static id => int.Parse(id.Value, CultureInfo.InvariantCulture)).Should().BeInAscendingOrder()
            .And.OnlyHaveUniqueItems();
        foreach (var item in items)
        {
            CheckItem(item, zone, items);
        }

        return document;
    }

    private static void CheckTerms(XElement channel)
    {
        var known = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var category in channel.Elements(Wp + "category"))
        {
            Names(category).Should().Be("wp:term_id wp:category_nicename wp:category_parent wp:cat_name wp:category_description");
            known.Should().Contain(category.Element(Wp + "category_parent")!.Value, "parents come first");
            known.Add(category.Element(Wp + "category_nicename")!.Value);
        }

        Have(channel, "author", "wp:author_id wp:author_login wp:author_email wp:author_display_name wp:author_first_name wp:author_last_name");
        Have(channel, "tag", "wp:term_id wp:tag_slug wp:tag_name wp:tag_description");
        Have(channel, "term", "wp:term_id wp:term_taxonomy wp:term_slug wp:term_parent wp:term_name wp:term_description");
        channel.Elements().Elements(Wp + "term_id").Select(static id => id.Value).Should().OnlyHaveUniqueItems();
        foreach (var login in channel.Elements().Elements(Wp + "author_login"))
        {
            login.Value.Should().MatchRegex("^[ -~]+$", "the importer drops other signs");
        }
    }

    private static void Have(XElement channel, string element, string names)
    {
        foreach (var found in channel.Elements(Wp + element))
        {
            Names(found).Should().Be(names);
        }
    }

    private static void CheckItem(XElement item, TimeZoneInfo zone, List<XElement> items)
    {
        Names(item).Should().MatchRegex(Item);
        item.Element("guid")!.Attribute("isPermaLink")!.Value.Should().Be("false");
        Uri.TryCreate(item.Element("link")!.Value, UriKind.Absolute, out _).Should().BeTrue();
        Text(item, "status").Should().BeOneOf("publish", "future", "draft", "pending", "private", "inherit");
        Text(item, "comment_status").Should().BeOneOf("open", "closed");
        if (Number(item, "post_parent") is > 0 and var parent)
        {
            items.Select(static other => Number(other, "post_id")).Should().Contain(parent);
        }

        if (Text(item, "post_date_gmt") == "0000-00-00 00:00:00")
        {
            Text(item, "status").Should().BeOneOf("draft", "pending");
            Date(Text(item, "post_date"));
        }
        else
        {
            Agree(item, "post_date", zone);
            Mail(item.Element("pubDate")!.Value).Should().Be(Date(Text(item, "post_date_gmt")));
        }

        Agree(item, "post_modified", zone);
        foreach (var meta in item.Elements(Wp + "postmeta"))
        {
            Names(meta).Should().Be("wp:meta_key wp:meta_value");
        }

        var seen = new HashSet<int> { 0 };
        foreach (var comment in item.Elements(Wp + "comment"))
        {
            Names(comment).Should().MatchRegex(Comment);
            Agree(comment, "comment_date", zone);
            Text(comment, "comment_approved").Should().BeOneOf("1", "0", "spam", "trash");
            Text(comment, "comment_type").Should().BeOneOf("comment", "pingback", "trackback", "webmention");
            Text(comment, "comment_content").Should().NotBeNullOrWhiteSpace();
            seen.Should().Contain(Number(comment, "comment_parent"), "the importer knows only comments before");
            seen.Add(Number(comment, "comment_id"));
        }
    }

    private static string Text(XElement element, string name) => element.Element(Wp + name)!.Value;

    private static int Number(XElement element, string name) => int.Parse(Text(element, name), CultureInfo.InvariantCulture);

    private static void Agree(XElement element, string name, TimeZoneInfo zone) =>
        Date(Text(element, name)).Should().Be(TimeZoneInfo.ConvertTimeFromUtc(Date(Text(element, name + "_gmt")), zone));

    private static DateTime Date(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None);

    private static DateTime Mail(string text)
    {
        MailDate().IsMatch(text).Should().BeTrue("'{0}' is to be a date of RFC 2822", text);
        return DateTime.ParseExact(text, "ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture, DateTimeStyles.None);
    }

    private static string Names(XElement element) =>
        string.Join(' ', element.Elements().Select(static child => Prefixes[child.Name.NamespaceName] + child.Name.LocalName));

    [GeneratedRegex("^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} \\+0000$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex MailDate();
}
