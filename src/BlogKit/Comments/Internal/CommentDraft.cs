namespace BlogKit.Internal;

/// <summary>What remains of a submission once every field was checked.</summary>
internal sealed record CommentDraft(Commenter By, string Markdown, string? UserAgent)
{
    private const int MaximumKeyLength = 200;

    public static Result<CommentDraft> Read(NewComment input, Actor actor, CommentOptions options)
    {
        var errors = new InputErrors();
        errors.RequiredText(input.Markdown, options.MaximumLength, nameof(NewComment.Markdown));
        if (input.IdempotencyKey is { } key && (key.Length is 0 or > MaximumKeyLength || !TextRules.IsStorable(key)))
        {
            errors.Add(ErrorCodes.OutOfRange, nameof(NewComment.IdempotencyKey), $"IdempotencyKey must have 1 to {MaximumKeyLength} characters.");
        }

        var by = actor.Kind switch
        {
            ActorKind.Author => new Commenter
            {
                Kind = CommenterKind.Author,
                Name = actor.Name!,
                Email = actor.Email,
                AvatarUrl = actor.AvatarUrl,
                AuthorId = actor.AuthorId,
            },
            ActorKind.User => new Commenter
            {
                Kind = CommenterKind.User,
                Name = actor.Name!,
                Email = actor.Email,
                AvatarUrl = actor.AvatarUrl,
                UserKey = actor.Key!["user:".Length..],
            },
            _ => ReadGuest(input, options, errors),
        };

        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        var agent = input.UserAgent is { } text ? TextRules.WithoutLoneSurrogates(text).Replace('\0', ' ') : null;
        return new CommentDraft(
            by,
            CommentService.NormaliseLines(input.Markdown),
            agent is null || agent.Length <= options.MaximumUserAgentLength ? agent : agent[..options.MaximumUserAgentLength]);
    }

    private static Commenter ReadGuest(NewComment input, CommentOptions options, InputErrors errors)
    {
        var name = options.AnonymousName;
        if (options.RequireName || !string.IsNullOrWhiteSpace(input.Name))
        {
            errors.Name(input.Name, options.MaximumNameLength, nameof(NewComment.Name));
            name = input.Name?.Trim() ?? name;
        }

        string? email = null;
        if (options.RequireEmail || !string.IsNullOrWhiteSpace(input.Email))
        {
            errors.RequiredText(input.Email, options.MaximumEmailLength, nameof(NewComment.Email));
            if (!string.IsNullOrWhiteSpace(input.Email)
                && input.Email.Length <= options.MaximumEmailLength
                && (!TextRules.IsStorable(input.Email) || !PersonText.TryReadEmail(input.Email, out email)))
            {
                errors.Add(ErrorCodes.InvalidEmail, nameof(NewComment.Email), "Email is not an e-mail address such as name@example.org.");
            }
        }

        Uri? url = null;
        if (!string.IsNullOrWhiteSpace(input.Url))
        {
            errors.Text(input.Url, options.MaximumUrlLength, nameof(NewComment.Url));
            if (input.Url.Length <= options.MaximumUrlLength
                && (!TextRules.IsStorable(input.Url) || !PersonText.TryReadWebAddress(input.Url, out url)))
            {
                errors.Add(ErrorCodes.InvalidUrl, nameof(NewComment.Url), "Url is not an http or https address such as https://example.org.");
            }
        }

        return new Commenter { Kind = CommenterKind.Guest, Name = name, Email = email, Url = url };
    }
}
