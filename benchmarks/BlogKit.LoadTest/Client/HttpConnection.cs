using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BlogKit.LoadTest;

/// <summary>
/// One kept connection that sends finished HTTP/1.1 requests and reads the answers past. It blocks its thread and parses no more than
/// status and length: <c>HttpClient</c> takes more processor time for a request than a server that answers from memory, on the same cores.
/// </summary>
/// <param name="address">The server.</param>
internal sealed class HttpConnection(Uri address) : IDisposable
{
    /// <summary>Given in the place of a status when the connection broke or the answer was no HTTP.</summary>
    public const int Broken = 0;

    private const int Patience = 30_000;
    private const int Created = 200;
    private readonly byte[] _buffer = new byte[256 * 1024];
    private Socket? _socket;
    private int _start;
    private int _end;

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <returns>The status; <see cref="Broken"/> when there is none.</returns>
    public int Ask(ReadOnlySpan<byte> request)
    {
        try
        {
            var socket = _socket ??= Connect();
            while (request.Length > 0)
            {
                request = request[socket.Send(request)..];
            }

            return Read(socket);
        }
        catch (Exception e) when (e is SocketException or IOException or FormatException)
        {
            Dispose();
            return Broken;
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
        (_start, _end) = (0, 0);
    }

    private Socket Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = Patience, SendTimeout = Patience };
        socket.Connect(IPAddress.Parse(address.Host), address.Port);
        return socket;
    }

    private int Read(Socket socket)
    {
        var first = Line(socket);
        if (first.Length < 12 || !Utf8Parser.TryParse(first[9..12], out int status, out _))
        {
            throw new FormatException("The answer does not begin with a status.");
        }

        long length = -1;
        var (chunked, closes) = (false, false);
        for (var line = Line(socket); line.Length > 0; line = Line(socket))
        {
            if (Value(line, "content-length:"u8) is { IsEmpty: false } number && Utf8Parser.TryParse(number, out long given, out _))
            {
                length = given;
            }

            chunked |= Ascii.EqualsIgnoreCase(Value(line, "transfer-encoding:"u8), "chunked"u8);
            closes |= Ascii.EqualsIgnoreCase(Value(line, "connection:"u8), "close"u8);
        }

        if (chunked)
        {
            SkipChunks(socket);
        }
        else if (length >= 0)
        {
            Skip(socket, length);
        }
        else if (status is >= Created and not ((int)HttpStatusCode.NoContent or (int)HttpStatusCode.NotModified))
        {
            throw new FormatException("The answer does not say its length.");
        }

        if (closes)
        {
            Dispose();
        }

        return status;
    }

    private void SkipChunks(Socket socket)
    {
        while (true)
        {
            if (!Utf8Parser.TryParse(Line(socket), out long size, out _, 'x'))
            {
                throw new FormatException("A chunk does not begin with its size.");
            }

            if (size == 0)
            {
                while (Line(socket).Length > 0)
                {
                }

                return;
            }

            Skip(socket, size);
            Line(socket);
        }
    }

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
        line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name) ? line[name.Length..].Trim(" \t"u8) : default;

    private ReadOnlySpan<byte> Line(Socket socket)
    {
        int at;
        while ((at = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
        {
            Fill(socket);
        }

        var line = _buffer.AsSpan(_start, at);
        _start += at + 2;
        return line;
    }

    private void Skip(Socket socket, long count)
    {
        while (count > 0)
        {
            if (_start == _end)
            {
                Fill(socket);
            }

            var here = (int)Math.Min(count, _end - _start);
            _start += here;
            count -= here;
        }
    }

    private void Fill(Socket socket)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            throw new FormatException("A line of the answer is too long.");
        }

        var read = socket.Receive(_buffer.AsSpan(_end));
        _end += read > 0 ? read : throw new IOException("The server closed the connection.");
    }
}
