using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Requests whose bodies make the framework throw, sent as bytes: no client would.</summary>
internal static class BrokenBodies
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Each with its name; what is a body of none of the kinds that an endpoint reads is refused for that alone.</summary>
    /// <param name="largest">The largest body that the endpoint says it takes.</param>
    public static IEnumerable<(string Name, string Type, string Framing, byte[] Body)> Of(long largest)
    {
        yield return ("charset utf-7", Form + "; charset=utf-7", "", "name=+AGE-"u8.ToArray());
        yield return ("charset nobody knows", Form + "; charset=nonsense", "", "name=a"u8.ToArray());
        yield return ("charset of two bytes", Form + "; charset=utf-16", "", [1, 2, 3]);
        yield return ("bad chunk", Form, "Transfer-Encoding: chunked", "zz\r\nname=a\r\n0\r\n\r\n"u8.ToArray());
        yield return ("bad chunk of JSON", "application/json", "Transfer-Encoding: chunked", "4\r\n{\"a\"xx"u8.ToArray());
        yield return ("bad chunk of XML", "text/xml", "Transfer-Encoding: chunked", "-1\r\n<methodCall/>"u8.ToArray());
        yield return ("over 30 MB", Form, "Content-Length: 40000000", "name=a"u8.ToArray());
        yield return ("over 30 MB of JSON", "application/json", "Content-Length: 40000000", "{"u8.ToArray());
        yield return ("over 30 MB of XML", "text/xml", "Content-Length: 40000000", "<"u8.ToArray());
        yield return ("ends early", Form, "Content-Length: 1000", "name=a"u8.ToArray());
        yield return ("JSON ends early", "application/json", "Content-Length: 1000", "{\"a\":"u8.ToArray());
        yield return ("XML ends early", "text/xml", "Content-Length: 1000", "<methodCall>"u8.ToArray());
        yield return ("too many keys", Form, "", Encoding.ASCII.GetBytes(
            string.Join('&', Enumerable.Range(0, 3_000).Select(static i => "a" + i.ToString(CultureInfo.InvariantCulture)))));
        yield return ("too long a key", Form, "", Encoding.ASCII.GetBytes(new string('k', 5_000) + "=a"));
        yield return ("half an escape", Form, "", "name=%&body=%e2%28%a1&x=%zz"u8.ToArray());
        yield return ("no boundary", "multipart/form-data", "", "--x\r\n\r\n"u8.ToArray());
        yield return ("empty boundary", "multipart/form-data; boundary=\"\"", "", "--\r\n\r\n"u8.ToArray());
        yield return ("too long a boundary", "multipart/form-data; boundary=" + new string('b', 500), "", "--b\r\n\r\n"u8.ToArray());
        yield return (
            "parts without end",
            "multipart/form-data; boundary=x",
            "",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"u8.ToArray());
        yield return (
            "a part of no name",
            "multipart/form-data; boundary=x",
            "",
            "--x\r\nContent-Disposition: ;;;\r\n\r\nb\r\n--x--\r\n"u8.ToArray());
        yield return (
            "a part in utf-7",
            "multipart/form-data; boundary=x",
            "",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nb\r\n--x--\r\n"u8
                .ToArray());
        yield return ("endless headers of a part", "multipart/form-data; boundary=x", "", Encoding.ASCII.GetBytes("--x\r\n"
            + string.Concat(Enumerable.Range(0, 500).Select(static i => $"X-{i}: {new string('h', 60)}\r\n"))
            + "\r\nb\r\n--x--\r\n"));
        yield return ("one endless header of a part", "multipart/form-data; boundary=x", "", Encoding.ASCII.GetBytes(
            "--x\r\nX-A: " + new string('h', 40_000) + "\r\n\r\nb\r\n--x--\r\n"));
        yield return ("no type", "", "", "name=a"u8.ToArray());
        yield return ("another type", "text/plain", "", "name=a"u8.ToArray());
        yield return ("no type at all", "%", "", "name=a"u8.ToArray());
        yield return ("a type of too much", Form + "; a=b; " + new string(';', 2_000), "", "name=a"u8.ToArray());
        yield return ("JSON that is none", "application/json", "", "{"u8.ToArray());
        yield return ("JSON in bytes that are no text", "application/json", "", [.. "{\"text\":\""u8, 0xFF, 0xC0, 0x80, .. "\"}"u8]);
        yield return ("deep JSON", "application/json", "", Encoding.ASCII.GetBytes(new string('[', 20_000)));
        yield return ("JSON in utf-7", "application/json; charset=utf-7", "", "{}"u8.ToArray());
        yield return ("XML in utf-7", "text/xml", "", "<?xml version=\"1.0\" encoding=\"utf-7\"?><methodCall/>"u8.ToArray());
        yield return ("XML in no encoding", "text/xml", "", "<?xml version=\"1.0\" encoding=\"nonsense\"?><methodCall/>"u8.ToArray());
        yield return (
            "XML in bytes that are no text",
            "text/xml; charset=utf-7",
            "",
            [.. "<methodCall><methodName>"u8, 0xFF, 0xFE, 0xC0, .. "</methodName></methodCall>"u8]);
        if (largest < 4_000_000)
        {
            foreach (var type in (string[])[Form, "application/json", "text/xml", "multipart/form-data; boundary=x"])
            {
                yield return ("in pieces over the limit, " + type, type, "Transfer-Encoding: chunked", Chunk(largest + 1));
            }
        }
    }

    /// <summary>Sends one and reads the status; 0 when the server only closed.</summary>
    /// <param name="address">The server.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="headers">Further headers, each with its line end.</param>
    /// <param name="broken">The request.</param>
    /// <param name="leaves">Whether the sender breaks off in the middle.</param>
    public static async Task<int> SendAsync(
        Uri address,
        string method,
        string path,
        string headers,
        (string Name, string Type, string Framing, byte[] Body) broken,
        bool leaves = false)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var framing = broken.Framing.Length > 0
            ? broken.Framing
            : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {broken.Body.Length + (leaves ? 100 : 0)}");
        var head = $"{method} {path} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: "
            + $"close\r\n{headers}{(broken.Type.Length > 0 ? $"Content-Type: {broken.Type}\r\n" : "")}{framing}\r\n\r\n";
        try
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(head));
            await socket.SendAsync(broken.Body);
            if (leaves)
            {
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                return 0;
            }

            if (broken.Name.EndsWith("early", StringComparison.Ordinal))
            {
                socket.Shutdown(SocketShutdown.Send);
            }

            var buffer = new byte[64];
            var read = 0;
            while (read < 12 && await socket.ReceiveAsync(buffer.AsMemory(read)) is > 0 and var more)
            {
                read += more;
            }

            return read >= 12 ? int.Parse(Encoding.ASCII.GetString(buffer, 9, 3), CultureInfo.InvariantCulture) : 0;
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static byte[] Chunk(long length) =>
        [
            .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{length:x}\r\n")),
            .. new byte[length],
            .. "\r\n0\r\n\r\n"u8,
        ];
}
