using System.Text;

namespace BlogKit.CommandLine;

/// <summary>Reads whole texts: a file, or standard input for <c>-</c>. UTF-8, with or without a byte order mark.</summary>
internal static class TextInput
{
    public const string StandardInput = "-";

    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The text itself, or standard input for <c>-</c>.</summary>
    public static async Task<Result<string>> ReadOptionAsync(string field, string text, CancellationToken cancellationToken) =>
        text is StandardInput ? await ReadAsync(field, text, cancellationToken) : text;

    public static async Task<Result<string>> ReadAsync(string field, string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = file is StandardInput ? Console.OpenStandardInput() : File.OpenRead(file);

            // A read from a terminal cannot be interrupted, but waiting for it can.
            return await Task.Run(() => Read(field, stream), cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandErrors.File(field, "{field} '{file}' cannot be read: {cause}", ("file", file), ("cause", fault.Message));
        }
        catch (DecoderFallbackException)
        {
            return CommandErrors.File(field, "{field} '{file}' is not UTF-8 text.", ("file", file));
        }
    }

    private static Result<string> Read(string field, Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            bytes.Write(buffer.AsSpan(0, read));
            if (bytes.Length > MostBytes)
            {
                return CommandErrors.File(field, "{field} is longer than {max} MB.", ("max", MostBytes / 1024 / 1024));
            }
        }

        bytes.Position = 0;
        using var reader = new StreamReader(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        return reader.ReadToEnd();
    }
}
