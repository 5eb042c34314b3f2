using System.Globalization;

namespace BlogKit.Interchange.Internal;

/// <summary>Writes what an item has of a post itself, up to its comments.</summary>
internal sealed class WxrPostWriter(
    WxrOutput xml,
    Blog blog,
    WxrNames names,
    WxrPlan plan,
    WxrAddresses addresses,
    WxrTimes times,
    WxrAlterations alterations,
    DateTimeOffset now)
{
    // Fields whose names mean something to WordPress or to what reads them there; a field of that name would say something else.
    private static readonly string[] Meaning = ["_wp_", "_thumbnail_id", "_edit_", "_yoast_wpseo_", "_series_part"];

    /// <summary>Writes it into the item that is open; returns whether its thread is shown to nobody.</summary>
    /// <param name="post">The post.</param>
    /// <param name="address">Its address.</param>
    /// <param name="picture">The number of the picture that represents it; 0 for none.</param>
    public bool Write(Post post, Uri address, int picture)
    {
        var status = Status(post);
        var isDraft = status is "draft" or "pending";
        var comments = blog.Comments.With(post.Comments);
        var closed = comments.FindClosedReason(post.PublishedAt, 0, now) is null ? "open" : "closed";
        var published = post.PublishedAt ?? (isDraft ? null : post.CreatedAt);

        xml.RssSection("title", WxrOutput.Plain(post.Title));
        xml.Rss("link", address.AbsoluteUri);
        xml.Rss("pubDate", published is { } at ? WxrTimes.Mail(at) : "");
        xml.Section("dc", "creator", WxrOutput.DublinCore, Creator(post));
        WriteGuid(post);
        xml.Rss("description", "");
        xml.Section("content", "encoded", WxrOutput.Content, WordPressContent.Write(post, address, alterations));
        xml.Section("excerpt", "encoded", WxrOutput.Excerpt, WxrOutput.Plain(post.Excerpt ?? ""));
        xml.Number("post_id", plan.NumberOf(post.Id));
        xml.Section("post_date", times.Local(published ?? post.CreatedAt));
        xml.Section("post_date_gmt", published is { } moment ? WxrTimes.Utc(moment) : WxrTimes.None);
        xml.Section("post_modified", times.Local(post.UpdatedAt));
        xml.Section("post_modified_gmt", WxrTimes.Utc(post.UpdatedAt));
        xml.Section("comment_status", closed);
        xml.Section("ping_status", closed);
        xml.Section("post_name", WxrNames.Encode(post.Slug));
        xml.Section("status", status);
        xml.Number("post_parent", post.Kind is PostKind.Page ? plan.NumberOf(post.ParentId) : 0);
        xml.Number("menu_order", 0);
        xml.Section("post_type", post.Kind is PostKind.Page ? "page" : "post");
        xml.Section("post_password", "");
        xml.Number("is_sticky", post is { IsPinned: true, Kind: PostKind.Post } ? 1 : 0);
        WriteTerms(post);
        WriteMetas(post, picture);
        xml.Section("dsq", "thread_identifier", WxrOutput.Disqus, post.Id.ToString());
        Note(post, isDraft);
        return comments.Mode is CommentMode.Hidden;
    }

    // What readers do not find here is never public there.
    private string Status(Post post)
    {
        var status = post.GetStatusAt(now);
        if (status is PostStatus.Archived)
        {
            alterations.Add("status", "WordPress has no archive: it is private there.");
            return "private";
        }

        if (post.Visibility is PostVisibility.Public)
        {
            return status switch
            {
                PostStatus.Draft => "draft",
                PostStatus.PendingReview => "pending",
                PostStatus.Scheduled => "future",
                PostStatus.Published => post.PublishedAt > now ? "future" : "publish",
                _ => "private",
            };
        }

        if (status is not PostStatus.Private)
        {
            alterations.Add("visibility", post.Visibility is PostVisibility.Password
                ? "Its password is kept as a hash alone, which WordPress cannot take: it is private there until it gets another one."
                : "WordPress has no posts that are in no list and open to those who know the address: it is private there.");
        }

        return "private";
    }

    private string Creator(Post post) => names.Find(post.AuthorIds.FirstOrDefault()) is { } author ? names.LoginOf(author) : "";

    private void WriteGuid(Post post)
    {
        xml.OpenRss("guid");
        xml.Attribute("isPermaLink", "false");
        xml.WriteText(post.FeedId ?? string.Create(CultureInfo.InvariantCulture, $"urn:uuid:{post.Id.Value:D}"));
        xml.Close();
    }

    private void WriteTerms(Post post)
    {
        foreach (var category in post.CategoryIds.Select(id => names.Find(id)).OfType<Category>())
        {
            WriteTerm("category", WxrNames.Encode(category.Slug), category.Name);
        }

        foreach (var tag in post.Tags)
        {
            WriteTerm("post_tag", WxrNames.Encode(tag.Slug), tag.Name);
        }

        if (names.Find(post.SeriesId) is { } series)
        {
            WriteTerm("series", WxrNames.Encode(series.Slug), series.Name);
            alterations.Add("series", $"It is a part of '{series.Name}' only with a plugin that has a taxonomy 'series'.");
        }

        if (post.AuthorIds.Length > 1)
        {
            // As the plugin Co-Authors Plus writes them, which is the one that others read.
            foreach (var author in post.AuthorIds.Select(id => names.Find(id)).OfType<Author>())
            {
                WriteTerm("author", "cap-" + WxrNames.Encode(author.Slug), names.LoginOf(author));
            }

            alterations.Add("authors", "It has several authors only with the plugin Co-Authors Plus; without it, the first alone.");
        }
    }

    private void WriteTerm(string domain, string slug, string name)
    {
        xml.OpenRss("category");
        xml.Attribute("domain", domain);
        xml.Attribute("nicename", slug);
        xml.Section(WxrOutput.Plain(name));
        xml.Close();
    }

    private void WriteMetas(Post post, int picture)
    {
        foreach (var slug in plan.FormerSlugsOf(post.Id))
        {
            Meta("_wp_old_slug", WxrNames.Encode(slug));
        }

        if (picture > 0)
        {
            Meta("_thumbnail_id", picture.ToString(CultureInfo.InvariantCulture));
        }

        Meta("_yoast_wpseo_title", post.Seo.Title);
        Meta("_yoast_wpseo_metadesc", post.Seo.Description);
        Meta("_yoast_wpseo_canonical", post.Seo.CanonicalUrl?.AbsoluteUri);
        Meta("_yoast_wpseo_meta-robots-noindex", post.Seo.NoIndex ? "1" : null);
        if (names.Find(post.SeriesId) is not null && post.SeriesPosition != 0)
        {
            Meta("_series_part", post.SeriesPosition.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var field in post.Fields)
        {
            if (Array.Exists(Meaning, name => field.Name.StartsWith(name, StringComparison.Ordinal)))
            {
                alterations.Add("fields", $"'{Texts.Start(field.Name)}' was left out: the name means something to WordPress.");
            }
            else
            {
                Meta(field.Name, field.Value);
            }
        }
    }

    private void Meta(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        // The spelling counts bytes, so what cannot be written is left out first.
        var text = xml.Legal(value);
        if (PhpText.IsSpelling(text))
        {
            alterations.Add("fields", $"'{Texts.Start(name)}' looks like a value of PHP and is spelled as the text it is.");
            text = PhpText.Spell(text);
        }

        xml.Meta("postmeta", name, text);
    }

    private void Note(Post post, bool isDraft)
    {
        WxrNames.CheckLength(post.Slug, alterations);
        if (post.PublishedAt is null && !isDraft)
        {
            alterations.Add("date", "It was never published; its date is that of its creation.");
        }

        if (post.Kind is PostKind.Page && post.ParentId is not null && plan.NumberOf(post.ParentId) == 0)
        {
            alterations.Add("parent", "The page above it is not there.");
        }

        if (post is { IsPinned: true, Kind: PostKind.Page })
        {
            alterations.Add("pin", "WordPress pins no pages.");
        }

        if (!post.FooterBlockIds.IsEmpty)
        {
            alterations.Add("footer", "Its footer blocks were left out.");
        }

        if (post.FeaturedImage is { Credit: not null })
        {
            alterations.Add("picture", "The credit of its picture was left out.");
        }

        if (post.AuthorIds.Any(id => names.Find(id) is null))
        {
            alterations.Add("authors", "An author of it is not there any more.");
        }

        if (post.CategoryIds.Any(id => names.Find(id) is null))
        {
            alterations.Add("categories", "A category of it is not there any more.");
        }

        if (post.FeaturedImage is { } image && !Uri.TryCreate(addresses.Complete(image.Url), UriKind.Absolute, out _))
        {
            alterations.Add("picture", "The address of its picture is none.");
        }
    }
}
