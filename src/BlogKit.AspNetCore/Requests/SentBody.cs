using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>The body of a request as it was read; or the status to refuse the request with.</summary>
/// <typeparam name="TContent">The type of the content.</typeparam>
public sealed class SentBody<TContent>
    where TContent : class
{
    internal SentBody(TContent content) => (Content, Status) = (content, StatusCodes.Status200OK);

    internal SentBody(int status) => Status = status;

    /// <summary>The content; null when the request is to be refused.</summary>
    public TContent? Content { get; }

    /// <summary>200 with a content; else the status to refuse the request with: 400, 413, 415, or what the server says.</summary>
    public int Status { get; }

    /// <summary>Whether there is a content.</summary>
    [MemberNotNullWhen(true, nameof(Content))]
    public bool IsRead => Content is not null;

    /// <summary>Deconstructs it into content and status.</summary>
    /// <param name="content"><see cref="Content"/>.</param>
    /// <param name="status"><see cref="Status"/>.</param>
    public void Deconstruct(out TContent? content, out int status) => (content, status) = (Content, Status);
}
