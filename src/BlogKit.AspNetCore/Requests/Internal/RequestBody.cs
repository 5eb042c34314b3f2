using System.Buffers;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The one place where bodies are read: within the limit of the endpoint, whatever the server says of it, and with a status for everything that a request can make the framework throw.
/// </summary>
internal static class RequestBody
{
    /// <summary>
    /// Holds the body to a limit. Not by the server's own, which would cut off whoever still sends before they hear why; and what a form reader that gives up leaves half-read
    /// is ours, not the server's, which goes on to throw the rest away.
    /// </summary>
    public static void Limit(HttpContext context, long largest) => context.Request.Body = new BoundedStream(context, context.Request.Body, largest);

    /// <summary>The whole body; or the status to refuse it with.</summary>
    public static async Task<(byte[]? Bytes, int Status)> ReadAsync(HttpContext context)
    {
        var largest = EndpointRule.LargestBody(context);
        if (context.Request.ContentLength > largest)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
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
                    return (bytes.WrittenSpan.ToArray(), StatusCodes.Status200OK);
                }
            }
        }
        catch (Exception fault) when (StatusOf(context, fault) is { } status)
        {
            return (null, status);
        }
    }

    /// <summary>The form; or the status to refuse it with.</summary>
    public static async Task<(IFormCollection? Form, int Status)> ReadFormAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        if (context.Request.ContentLength > EndpointRule.LargestBody(context))
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
#pragma warning disable RS0030 // The one place: the body is held to its limit, and whatever is thrown becomes a status.
            return (await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false), StatusCodes.Status200OK);
#pragma warning restore RS0030
        }
        catch (Exception fault) when (StatusOf(context, fault) is { } status)
        {
            return (null, status);
        }
    }

    /// <summary>
    /// The status of a request whose body made a reader throw this; null for a fault of our own, and for somebody who left. Ask once: whoever sends it may leave between two questions.
    /// </summary>
    public static int? StatusOf(HttpContext context, Exception fault) => fault switch
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
