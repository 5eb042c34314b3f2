using BlogKit.Internal;

namespace BlogKit;

public sealed partial class PostService
{
    private static Post Normalised(Post post) => post with
    {
        AuthorIds = post.AuthorIds.IsDefault ? [] : post.AuthorIds,
        Tags = post.Tags.IsDefault ? [] : [.. post.Tags.DistinctBy(static tag => (tag.Slug, TagNames.KeyOf(tag.Name)))],
        CategoryIds = post.CategoryIds.IsDefault ? [] : [.. post.CategoryIds.Distinct()],
        FooterBlockIds = post.FooterBlockIds.IsDefault ? [] : [.. post.FooterBlockIds.Distinct()],
        Fields = post.Fields.IsDefault ? [] : post.Fields,
        FeedId = string.IsNullOrWhiteSpace(post.FeedId) ? null : post.FeedId.Trim(),
        SeriesPosition = post.SeriesId is null ? 0 : post.SeriesPosition,
        Excerpt = string.IsNullOrWhiteSpace(post.Excerpt) ? null : post.Excerpt.Trim(),
        Seo = post.Seo ?? new SeoFields(),
        Comments = post.Comments ?? PostCommentSettings.Inherited,
    };

    private async Task<Result<CheckedPost>> CheckAsync(Post post, InputErrors errors, CancellationToken cancellationToken)
    {
        post = Normalised(post);
        CheckFields(post, errors);
        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        return await CheckReferencesAsync(post, errors, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Result<CheckedPost>> CheckReferencesAsync(Post post, InputErrors errors, CancellationToken cancellationToken)
    {
        var authors = await _authors.FindManyAsync(post.BlogId, post.AuthorIds, cancellationToken).ConfigureAwait(false);
        if (authors.Length != post.AuthorIds.Length)
        {
            errors.Add(ErrorCodes.AuthorNotFound, nameof(Post.AuthorIds), "{field} names somebody who is not an author of this blog.");
        }

        if (post.CategoryIds.Length > 0)
        {
            var categories = await _taxonomy.ListAllCategoriesAsync(post.BlogId, cancellationToken).ConfigureAwait(false);
            if (!post.CategoryIds.All(id => categories.Any(category => category.Id == id)))
            {
                errors.Add(ErrorCodes.CategoryNotFound, nameof(Post.CategoryIds), "{field} names a category that is not in this blog.");
            }
        }

        if (post.SeriesId is { } seriesId)
        {
            var series = await _taxonomy.ListAllSeriesAsync(post.BlogId, cancellationToken).ConfigureAwait(false);
            if (!series.Any(s => s.Id == seriesId))
            {
                errors.Add(ErrorCodes.SeriesNotFound, nameof(Post.SeriesId), "{field} is not a series of this blog.");
            }
        }

        if (post.FooterBlockIds.Length > 0)
        {
            var blocks = await _footers.ListAllAsync(post.BlogId, cancellationToken).ConfigureAwait(false);
            if (!post.FooterBlockIds.All(id => blocks.Any(block => block.Id == id)))
            {
                errors.Add(
                    ErrorCodes.FooterBlockNotFound, nameof(Post.FooterBlockIds), "{field} names a footer block that is not in this blog.");
            }
        }

        if (post.ParentId is { } parent)
        {
            await CheckParentAsync(post, parent, errors, cancellationToken).ConfigureAwait(false);
        }

        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        var rendering = Rendering(
            MayUseRawHtml(authors, post.AuthorIds),
            await LanguageAsync(post.BlogId, cancellationToken).ConfigureAwait(false),
            cancellationToken);
        var rendered = _renderers.Render(post.Format, post.Markdown, rendering);
        return rendered.Succeeded ? new CheckedPost(Rendered(post, rendered.Value), rendering) : rendered.Errors;
    }

    private void CheckFields(Post post, InputErrors errors)
    {
        errors.Name(post.Title, _options.MaximumTitleLength, nameof(Post.Title));
        errors.Text(post.Markdown, _options.MaximumLength, nameof(Post.Markdown));
        errors.Text(post.Excerpt, _options.MaximumLength, nameof(Post.Excerpt));
        errors.Text(post.Seo.Title, MaximumShortText, "Seo.Title");
        errors.Text(post.Seo.Description, MaximumShortText, "Seo.Description");
        errors.Text(post.Seo.CanonicalUrl?.OriginalString, MaximumUrlLength, "Seo.CanonicalUrl");
        if (post.Seo.CanonicalUrl is { } canonical && !PersonText.IsWebAddress(canonical))
        {
            errors.Add(ErrorCodes.InvalidUrl, "Seo.CanonicalUrl", "{field} must be an absolute http or https address.");
        }

        errors.Defined(post.Format, nameof(Post.Format));
        errors.Defined(post.Kind, nameof(Post.Kind));
        errors.Defined(post.Visibility, nameof(Post.Visibility));
        if (post.Comments.Mode is { } mode)
        {
            errors.Defined(mode, "Comments.Mode");
        }

        errors.Closing(post.Comments.CloseAfterDays, post.Comments.CloseAfterCount);
        CheckPicture(post.FeaturedImage, errors);
        errors.Count(post.Tags.Length, _options.MaximumTags, nameof(Post.Tags));
        errors.Count(post.AuthorIds.Length, MostAuthors, nameof(Post.AuthorIds));
        errors.Count(post.CategoryIds.Length, MostRelated, nameof(Post.CategoryIds));
        errors.Count(post.FooterBlockIds.Length, MostRelated, nameof(Post.FooterBlockIds));
        CheckOwnFields(post, errors);
        CheckFeedId(post.FeedId, errors);
        foreach (var tag in post.Tags)
        {
            errors.Name(tag.Name, MaximumTagLength, nameof(Post.Tags));
            if (tag.Slug.Value.Length == 0)
            {
                errors.Add(ErrorCodes.Required, nameof(Post.Tags), "{field} has one without a slug.");
            }
        }

        if (post.Markdown is null)
        {
            errors.Add(ErrorCodes.Required, nameof(Post.Markdown), "{field} is required; it may be empty.");
        }

        if (post.Slug.Value.Length == 0)
        {
            errors.Add(ErrorCodes.Required, nameof(Post.Slug), "{field} is required.");
        }

        if (post.AuthorIds.IsEmpty)
        {
            errors.Add(ErrorCodes.Required, nameof(Post.AuthorIds), "{field} is required: a post has at least one author.");
        }

        if (post.AuthorIds.Distinct().Count() != post.AuthorIds.Length)
        {
            errors.Add(ErrorCodes.OutOfRange, nameof(Post.AuthorIds), "{field} names somebody twice.");
        }

    }

    private void CheckOwnFields(Post post, InputErrors errors)
    {
        errors.Count(post.Fields.Length, _options.MaximumFields, nameof(Post.Fields));
        foreach (var field in post.Fields.Take(_options.MaximumFields))
        {
            errors.Name(field?.Name, _options.MaximumFieldNameLength, "Fields.Name");
            if (field?.Value is null)
            {
                errors.Add(ErrorCodes.Required, "Fields.Value", "{field} is required; it may be empty.");
            }

            errors.Text(field?.Value, _options.MaximumFieldValueLength, "Fields.Value");
            if (errors.Any)
            {
                return;
            }
        }
    }

    private static void CheckFeedId(string? id, InputErrors errors)
    {
        if (id is not null && id.Any(static c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '\uFFFE' or '\uFFFF'))
        {
            errors.Add(
                ErrorCodes.InvalidText,
                nameof(Post.FeedId),
                "{field} must be an address, or other text without spaces and control characters.");
        }

        errors.Text(id, MaximumUrlLength, nameof(Post.FeedId));
    }

    private static void CheckPicture(FeaturedImage? picture, InputErrors errors)
    {
        if (picture is null)
        {
            return;
        }

        if (!Uri.TryCreate(picture.Url, UriKind.RelativeOrAbsolute, out var url))
        {
            errors.Add(ErrorCodes.InvalidUrl, "FeaturedImage.Url", "{field} is not an address.");
        }

        errors.Picture(url, MaximumUrlLength, "FeaturedImage.Url");
        errors.Text(picture.AlternativeText, MaximumShortText, "FeaturedImage.AlternativeText");
        errors.Text(picture.Caption, MaximumShortText, "FeaturedImage.Caption");
        errors.Text(picture.Credit, MaximumShortText, "FeaturedImage.Credit");
        if (picture.AlternativeText is null)
        {
            errors.Add(
                ErrorCodes.Required,
                "FeaturedImage.AlternativeText",
                "{field} is required; it may be empty for a picture that only decorates.");
        }

        if (picture.Width is < 1 || picture.Height is < 1)
        {
            errors.Add(ErrorCodes.OutOfRange, "FeaturedImage", "FeaturedImage.Width and FeaturedImage.Height must be at least 1.");
        }
    }

    private async Task CheckParentAsync(Post post, PostId parentId, InputErrors errors, CancellationToken cancellationToken)
    {
        if (post.Kind is not PostKind.Page)
        {
            errors.Add(ErrorCodes.OutOfRange, nameof(Post.ParentId), "{field} is for pages only.");
            return;
        }

        var seen = new HashSet<PostId> { post.Id };
        for (PostId? above = parentId; above is { } id;)
        {
            var page = await _posts.FindAsync(post.BlogId, id, cancellationToken).ConfigureAwait(false);
            if (page is not { Kind: PostKind.Page })
            {
                errors.Add(ErrorCodes.PostNotFound, nameof(Post.ParentId), "{field} is not a page of this blog.");
                return;
            }

            if (!seen.Add(id))
            {
                errors.Add(ErrorCodes.Circular, nameof(Post.ParentId), "{field} would make the page its own ancestor.");
                return;
            }

            above = page.ParentId;
        }
    }
}
