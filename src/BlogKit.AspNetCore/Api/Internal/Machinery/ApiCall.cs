using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Internal;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A request to an operation: reads what was asked for, and gathers what is wrong with it. For one request; not safe for concurrent use.
/// </summary>
internal sealed class ApiCall(BlogRequest request, ApiOperation operation, ApiMatch match, string? key)
{
    private readonly ImmutableArray<BlogError>.Builder _failures = ImmutableArray.CreateBuilder<BlogError>();

    public BlogRequest Request => request;

    public ApiOperation Operation => operation;

    public Blog Blog => request.Blog;

    public BlogLinks Links => request.Links;

    public Actor Actor => request.Actor;

    public CancellationToken Aborted => request.Aborted;

    /// <summary>The key that makes a repetition harmless; null for none.</summary>
    public string? Key => key;

    /// <summary>The answer to a query that cannot be read; null when all of it could.</summary>
    public ApiReply? Failure => _failures.Count == 0 ? null : ApiReply.Problem(_failures.ToImmutable());

    public string? Query(string name) => request.FindQueryValue(name);

    public int? Limit()
    {
        if (Query("limit") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
        {
            return limit;
        }

        _failures.Add(BlogError.Of(
            ErrorKind.Invalid, ErrorCodes.OutOfRange, "{field} must be a whole number, at least {min}.", "Size", ("min", 1)));
        return null;
    }

    public Slug? SlugOf(string name)
    {
        if (Query(name) is not { } text)
        {
            return null;
        }

        if (name is "tag" ? Tag.TryFold(text, out var slug) : Slug.TryFold(text, out slug))
        {
            return slug;
        }

        Refuse(name, "{field} is not a slug.");
        return null;
    }

    public ActorKey? ActorOf(string name)
    {
        if (Query(name) is not { } text)
        {
            return null;
        }

        if (ActorKey.TryParse(text, out var key))
        {
            return key;
        }

        Refuse(name, "{field} is not an actor's key.");
        return null;
    }

    public T? Choice<T>(string name)
        where T : struct, Enum => Query(name) is { } text ? ReadChoice<T>(name, text) : null;

    public ImmutableArray<T> Choices<T>(string name)
        where T : struct, Enum =>
        [.. request.Http.Request.Query[name].SelectMany(text => ReadChoice<T>(name, text ?? "") is { } value ? [value] : Array.Empty<T>())];

    public DateTimeOffset? Instant(string name)
    {
        if (Query(name) is not { } text)
        {
            return null;
        }

        if (MomentText.TryRead(text, out var instant))
        {
            return instant;
        }

        Refuse(name, "{field} must be a moment such as 2026-01-31T12:00:00Z.");
        return null;
    }

    public bool Flag(string name)
    {
        switch (Query(name))
        {
            case null or "false":
                return false;
            case "true":
                return true;
            default:
                Refuse(name, "{field} must be true or false.");
                return false;
        }
    }

    public double? Number(string name)
    {
        if (Query(name) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        Refuse(name, "{field} must be a number.");
        return null;
    }

    public PostId? Post(string name)
    {
        if (Query(name) is not { } text)
        {
            return null;
        }

        if (PostId.TryParse(text, null, out var id))
        {
            return id;
        }

        Refuse(name, "{field} must be an identifier of 32 hexadecimal digits.");
        return null;
    }

    /// <summary>Notes something that is wrong with a parameter.</summary>
    public void Refuse(string name, string template, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        _failures.Add(BlogError.Of(ErrorKind.Invalid, ErrorCodes.OutOfRange, template, name, arguments));

    public CommentId? CommentOfRoute() => BlogRequest.CommentFrom(request.FindRouteValue("id"));

    public PostId? PostOfRoute() => PostId.TryParse(request.FindRouteValue("id"), null, out var id) ? id : null;

    /// <summary>Whether the change is based on what there is; else the answer.</summary>
    public bool Differs(long version, [NotNullWhen(true)] out ApiReply? refusal)
    {
        refusal = operation.NeedsMatch && !match.Allows(version) ? ApiProblems.Changed : null;
        return refusal is not null;
    }

    /// <summary>The errors of a service as an answer: somebody who was quicker is a failed precondition where one was stated.</summary>
    public ApiReply Problem(ImmutableArray<BlogError> errors) =>
        operation.NeedsMatch && errors[0].Code is ErrorCodes.Changed ? ApiProblems.Changed : ApiReply.Problem(errors);

    /// <summary>The Link header of a page; null when it is the only one.</summary>
    public string? PageLinks(string? previous, string? next)
    {
        var links = new List<string>(2);
        if (next is not null)
        {
            links.Add($"<{PageAddress(next)}>; rel=\"next\"");
        }

        if (previous is not null)
        {
            links.Add($"<{PageAddress(previous)}>; rel=\"prev\"");
        }

        return links.Count == 0 ? null : string.Join(", ", links);
    }

    private string PageAddress(string cursor)
    {
        var http = request.Http.Request;
        var others = http.Query.Where(static q => !string.Equals(q.Key, "cursor", StringComparison.OrdinalIgnoreCase))
            .SelectMany(static q => q.Value.Select(value => new KeyValuePair<string, string?>(q.Key, value)));
        return http.PathBase.ToUriComponent() + http.Path.ToUriComponent()
            + QueryString.Create(others.Append(new("cursor", cursor))).ToUriComponent();
    }

    private T? ReadChoice<T>(string name, string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), text, StringComparison.Ordinal))
            {
                return value;
            }
        }

        Refuse(name, "{field} must be one of: {allowed}.", ("allowed", string.Join(", ", ApiParameter.NamesOf<T>())));
        return null;
    }
}
