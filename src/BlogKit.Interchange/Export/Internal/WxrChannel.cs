namespace BlogKit.Interchange.Internal;

/// <summary>Writes what stands in front of the posts: the site, its authors and terms.</summary>
internal sealed class WxrChannel(WxrOutput xml, Blog blog, WxrAddresses addresses, WxrLedger ledger, WxrAlterations alterations)
{
    private int _terms;

    public void Write(WxrNames names, WxrPlan plan)
    {
        xml.Begin();
        xml.Rss("title", blog.Name);
        xml.Rss("link", addresses.Blog);
        xml.Rss("description", blog.Description);
        xml.Rss("pubDate", WxrTimes.Mail(plan.ChangedAt ?? blog.UpdatedAt));
        xml.Rss("language", blog.Language);
        xml.Text("wxr_version", "1.2");
        xml.Text("base_site_url", addresses.Blog);
        xml.Text("base_blog_url", addresses.Blog);
        if (!plan.KnowsFormerSlugs)
        {
            alterations.Add("former slugs", "The store does not list former slugs, so none was written: links to them will not lead on.");
        }

        xml.TakeForbidden(alterations);
        ledger.Write(WxrItemKind.Blog, blog.Id.ToString(), alterations);
        WriteAuthors(names);
        WriteCategories(names);
        WriteTags(plan);
        WriteSeries(names);
        xml.Rss("generator", "BlogKit");
    }

    private void WriteAuthors(WxrNames names)
    {
        foreach (var author in names.Authors)
        {
            xml.Open("author");
            xml.Number("author_id", names.NumberOf(author.Id));
            xml.Section("author_login", names.LoginOf(author));
            xml.Section("author_email", author.Email ?? "");
            xml.Section("author_display_name", WxrOutput.Plain(author.DisplayName));
            xml.Section("author_first_name", "");
            xml.Section("author_last_name", "");
            xml.Close();
            if (!WxrNames.HasLogin(author))
            {
                alterations.Add(
                    "slug", $"WordPress takes signs of ASCII alone in logins: '{author.Slug.Value}' is '{names.LoginOf(author)}'.");
            }

            Done(WxrItemKind.Author, author.Id.ToString());
        }
    }

    private void WriteCategories(WxrNames names)
    {
        foreach (var category in names.Categories)
        {
            xml.Open("category");
            xml.Number("term_id", ++_terms);
            xml.Section("category_nicename", WxrNames.Encode(category.Slug));
            xml.Section("category_parent", names.Find(category.ParentId) is { } parent ? WxrNames.Encode(parent.Slug) : "");
            xml.Section("cat_name", WxrOutput.Plain(category.Name));
            xml.Section("category_description", WxrOutput.Plain(category.Description));
            xml.Close();
            WxrNames.CheckLength(category.Slug, alterations);
            Done(WxrItemKind.Category, category.Id.ToString());
        }
    }

    private void WriteTags(WxrPlan plan)
    {
        foreach (var tag in plan.Tags)
        {
            xml.Open("tag");
            xml.Number("term_id", ++_terms);
            xml.Section("tag_slug", WxrNames.Encode(tag.Slug));
            xml.Section("tag_name", WxrOutput.Plain(tag.Name));
            xml.Section("tag_description", "");
            xml.Close();
            WxrNames.CheckLength(tag.Slug, alterations);
            Done(WxrItemKind.Tag, tag.Slug.Value);
        }
    }

    private void WriteSeries(WxrNames names)
    {
        foreach (var series in names.Series)
        {
            xml.Open("term");
            xml.Number("term_id", ++_terms);
            xml.Section("term_taxonomy", "series");
            xml.Section("term_slug", WxrNames.Encode(series.Slug));
            xml.Section("term_parent", "");
            xml.Section("term_name", WxrOutput.Plain(series.Name));
            xml.Section("term_description", WxrOutput.Plain(series.Description));
            xml.Close();
            alterations.Add("item", "WordPress has no series of its own: it takes it only with a plugin that has a taxonomy 'series'.");
            Done(WxrItemKind.Series, series.Id.ToString());
        }
    }

    private void Done(WxrItemKind kind, string id)
    {
        xml.TakeForbidden(alterations);
        ledger.Write(kind, id, alterations);
    }
}
