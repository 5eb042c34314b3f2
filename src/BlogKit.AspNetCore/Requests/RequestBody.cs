using System.Buffers;
using System.Text;
using System.Xml;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>
/// Reads the body of a request, the one place that does: within the limit of the endpoint (<see cref="EndpointRule.Body"/>), whatever the
/// server says of it, and with a status for everything that a request can make the framework throw. For endpoints whose rule has a limit;
/// others throw <see cref="InvalidOperationException"/>.
/// </summary>
public static class RequestBody
{
    /// <summary>
    /// Holds the body to a limit. Not by the server's own, which would cut off whoever still sends before they hear why; and what a form
    /// reader that gives up leaves half-read is ours, not the server's, which goes on to throw the rest away.
    /// </summary>
    internal static void Limit(HttpContext context, long largest) =>
        context.Request.Body = new BoundedStream(context, context.Request.Body, largest);

    /// <summary>Returns whether the request says that its body is larger than the endpoint takes, before anything of it is read.</summary>
    /// <param name="context">The request.</param>
    public static bool IsTooLarge(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.ContentLength > EndpointRule.LargestBody(context);
    }

    /// <summary>Reads the whole body.</summary>
    /// <param name="context">The request, which also says when to stop.</param>
    /// <returns>The bytes; or the status to refuse the request with.</returns>
    public static async Task<SentBody<byte[]>> ReadAsync(HttpContext context)
    {
        if (IsTooLarge(context))
        {
            return new(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            var bytes = new ArrayBufferWriter<byte>();
            var reader = context.Request.BodyReader;
            while (true)
            {
                var read = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
                foreach (var segment in read.Buffer)
                {
                    bytes.Write(segment.Span);
                }

                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return new(bytes.WrittenSpan.ToArray());
                }
            }
        }
        catch (Exception fault) when (FindStatus(context, fault) is { } status)
        {
            return new(status);
        }
    }

    /// <summary>Reads the form.</summary>
    /// <param name="context">The request, which also says when to stop.</param>
    /// <returns>The form; or the status to refuse the request with, 415 for what is no form.</returns>
    public static async Task<SentBody<IFormCollection>> ReadFormAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Request.HasFormContentType)
        {
            return new(StatusCodes.Status415UnsupportedMediaType);
        }

        if (IsTooLarge(context))
        {
            return new(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
#pragma warning disable RS0030 // The one place: the body is held to its limit, and whatever is thrown becomes a status.
            return new(await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false));
#pragma warning restore RS0030
        }
        catch (Exception fault) when (FindStatus(context, fault) is { } status)
        {
            return new(status);
        }
    }

    /// <summary>
    /// Returns the status of a request whose body made a reader throw this; null for a fault of our own, and for a caller who left. Ask
    /// once: whoever sends it may leave between two questions.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="fault">The exception of a reader that read the body piece by piece.</param>
    public static int? FindStatus(HttpContext context, Exception fault) => fault switch
    {
        // Too large, a bad chunk, an early end, too slow: the server says which.
        BadHttpRequestException refused => refused.StatusCode,

        // A character set that the platform does not read, such as utf-7.
        NotSupportedException => StatusCodes.Status415UnsupportedMediaType,

        // Too many fields, one too long, parts that are none; bytes that are no text.
        InvalidDataException or DecoderFallbackException or XmlException => StatusCodes.Status400BadRequest,

        // A connection that broke.
        IOException when !context.RequestAborted.IsCancellationRequested => StatusCodes.Status400BadRequest,
        _ => null,
    };
}
