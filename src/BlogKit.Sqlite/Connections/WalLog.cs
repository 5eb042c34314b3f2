using System.Buffers.Binary;

namespace BlogKit;

/// <summary>
/// What SQLite would replay of a write-ahead log (https://sqlite.org/walformat.html): the frames up to its last commit, as far as their
/// checksums are right. Read as a plain file: SQLite holds no locks on it that closing another handle could take away.
/// </summary>
internal sealed class WalLog
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;
    private const uint Magic = 0x377F0682;
    private const uint Version = 3_007_000;

    private readonly HashSet<uint> _pages = [];
    private uint _databasePages;

    private WalLog(byte[] header) => Header = header;

    /// <summary>Its salts make it another one each time the log begins anew.</summary>
    public byte[] Header { get; }

    /// <summary>Every state that a commit of the log left the database in, oldest first.</summary>
    public List<FileState> States { get; } = [];

    /// <summary>
    /// Whether it holds every page: then it does not matter what it is replayed over. A restore or VACUUM makes such logs.
    /// </summary>
    public bool IsWhole => _databasePages > 0 && _pages.Count(page => page <= _databasePages) == _databasePages;

    /// <summary>The log; null when there is nothing in it that would be replayed, or when a writer began it anew meanwhile.</summary>
    public static WalLog? Read(string path)
    {
        using var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        var log = new WalLog(new byte[HeaderSize]);
        if (stream.ReadAtLeast(log.Header, HeaderSize, throwOnEndOfStream: false) < HeaderSize)
        {
            return null;
        }

        log.ReadFrames(stream);

        // A log that is started anew gets a new header before its frames: when the header is still the same, no frame that was read was
        // overwritten.
        var header = new byte[HeaderSize];
        var isSame = RandomAccess.Read(stream.SafeFileHandle, header, fileOffset: 0) == HeaderSize
            && header.AsSpan().SequenceEqual(log.Header);
        return isSame && log._databasePages > 0 ? log : null;
    }

    private void ReadFrames(FileStream stream)
    {
        var magic = Number(Header, 0);
        var size = Number(Header, 8);
        var sum = new Checksum(isBigEndian: (magic & 1) == 1);
        sum.Add(Header.AsSpan(0, HeaderSize - 8));
        if ((magic & ~1u) != Magic || Number(Header, 4) != Version || !sum.Is(Header.AsSpan(HeaderSize - 8)) || size is < 512 or > 65_536)
        {
            return;
        }

        var frame = new byte[FrameHeaderSize + size];
        var pages = new HashSet<uint>();
        FileState? state = null;
        while (stream.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length
            && frame.AsSpan(8, 8).SequenceEqual(Header.AsSpan(16, 8)))
        {
            sum.Add(frame.AsSpan(0, 8));
            sum.Add(frame.AsSpan(FrameHeaderSize));
            if (!sum.Is(frame.AsSpan(16, 8)))
            {
                return;
            }

            pages.Add(Number(frame, 0));
            state = FileState.Find(frame.AsSpan(FrameHeaderSize)) ?? state;
            if (Number(frame, 4) is > 0 and var total)
            {
                // The last frame of a commit: only now the frames since the last commit count.
                _databasePages = total;
                _pages.UnionWith(pages);
                pages.Clear();
                States.AddRange(state is { } left ? [left] : []);
                state = null;
            }
        }
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private struct Checksum(bool isBigEndian)
    {
        private uint _first;
        private uint _second;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            for (var at = 0; at < bytes.Length; at += 8)
            {
                _first += Word(bytes[at..]) + _second;
                _second += Word(bytes[(at + 4)..]) + _first;
            }
        }

        public readonly bool Is(ReadOnlySpan<byte> stored) => Number(stored, 0) == _first && Number(stored, 4) == _second;

        private readonly uint Word(ReadOnlySpan<byte> bytes) =>
            isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
