namespace BlogKit.Internal;

/// <summary>What remains of a submission once every field was checked.</summary>
internal sealed record CommentDraft(Commenter By, string Markdown, string? RemoteAddress, string? UserAgent)
{
    private const int MaximumKeyLength = 200;

    // The longest text of an IPv6 address with an IPv4 tail and a scope.
    private const int MaximumAddressLength = 64;

    /// <summary>The name a user without one chooses; null for none, and for everybody else.</summary>
    public string? DisplayName { get; private init; }

    public static Result<CommentDraft> Read(NewComment input, Actor actor, CommentOptions options)
    {
        var errors = new InputErrors();
        errors.RequiredText(input.Markdown, options.MaximumLength, nameof(NewComment.Markdown));
        if (input.IdempotencyKey is { } key && (key.Length is 0 or > MaximumKeyLength || !TextRules.IsStorable(key)))
        {
            errors.Add(
                ErrorCodes.OutOfRange,
                nameof(NewComment.IdempotencyKey),
                "{field} must have {min} to {max} characters.",
                ("min", 1),
                ("max", MaximumKeyLength));
        }

        var by = actor.Kind switch
        {
            ActorKind.Author => Known(actor, options) with { Kind = CommenterKind.Author, AuthorId = actor.AuthorId },
            ActorKind.User => Known(actor, options) with { Kind = CommenterKind.User, UserKey = actor.UserKey },
            _ when !options.AllowGuests && actor.Kind is not ActorKind.System => new Commenter { Name = options.AnonymousName },
            _ => ReadGuest(input, options, errors),
        };

        var displayName = actor.NameSource is NameSource.Application || string.IsNullOrWhiteSpace(input.DisplayName)
            ? null
            : ChosenName.Read(input.DisplayName, options, errors);
        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        return new CommentDraft(
            by,
            CommentTexts.NormaliseLines(input.Markdown),
            input.RemoteAddress is { } address ? TextRules.Beginning(address, MaximumAddressLength) : null,
            input.UserAgent is { } agent ? TextRules.Beginning(agent, options.MaximumUserAgentLength) : null)
        {
            DisplayName = displayName,
        };
    }

    // The name comes from the host, and the user cannot correct it: it is shortened to a valid one instead of being refused.
    private static Commenter Known(Actor actor, CommentOptions options)
    {
        var name = PersonText.Tidy(actor.Name ?? "", options.MaximumNameLength);
        return new Commenter
        {
            Name = TextRules.HasSomethingToSee(name) ? name : options.AnonymousName,
            Email = actor.Email is { } email && email.Length <= options.MaximumEmailLength && PersonText.TryReadEmail(email, out var read)
                ? read
                : null,
            AvatarUrl = actor.AvatarUrl is { } avatar && (PersonText.IsRootedPath(avatar.OriginalString) || PersonText.IsWebAddress(avatar))
                ? avatar
                : null,
        };
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
                errors.Add(ErrorCodes.InvalidEmail, nameof(NewComment.Email), "{field} is not an e-mail address such as name@example.org.");
            }
        }

        Uri? url = null;
        if (!string.IsNullOrWhiteSpace(input.Url))
        {
            errors.Text(input.Url, options.MaximumUrlLength, nameof(NewComment.Url));
            if (input.Url.Length <= options.MaximumUrlLength
                && (!TextRules.IsStorable(input.Url) || !PersonText.TryReadWebAddress(input.Url, out url)))
            {
                errors.Add(
                    ErrorCodes.InvalidUrl, nameof(NewComment.Url), "{field} is not an http or https address such as https://example.org.");
            }
        }

        return new Commenter { Kind = CommenterKind.Guest, Name = name, Email = email, Url = url };
    }
}
