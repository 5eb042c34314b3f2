using System.Runtime.InteropServices;

namespace BlogKit.Moderation.Internal;

/// <summary>Writes models as bytes and reads them back. Cells in use are written as gaps and numbers of variable length.</summary>
internal static class ModelFormat
{
    private const uint Magic = 0x324D_4B42;

    // The form before: its receipts also kept how the text was judged before it was learned.
    private const uint FormerMagic = 0x314D_4B42;
    private const int FormerEvidence = 12;

    public static ImmutableArray<byte> Write(SpamModel model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write7BitEncodedInt(FeatureReader.Version);
        writer.Write7BitEncodedInt(model.Shape.Bits);
        writer.Write7BitEncodedInt(model.Shape.LongestText);
        writer.Write7BitEncodedInt(model.Shape.HalfLife);
        writer.Write(model.Shape.Starter);
        writer.Write7BitEncodedInt(model.SpamLessons);
        writer.Write7BitEncodedInt(model.HamLessons);
        writer.Write7BitEncodedInt64(model.SpamWeight);
        writer.Write7BitEncodedInt64(model.HamWeight);
        writer.Write7BitEncodedInt(model.Divisions);
        WriteTable(writer, model.Table);
        writer.Write7BitEncodedInt(model.Receipts.Count);
        foreach (var receipt in model.Receipts)
        {
            WriteReceipt(writer, receipt);
        }

        writer.Flush();
        return ImmutableCollectionsMarshal.AsImmutableArray(stream.ToArray());
    }

    /// <summary>Reads a model; null when the bytes are of another form or shape and everything is to be learned again.</summary>
    public static SpamModel? Read(ImmutableArray<byte> state, ModelShape shape)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(ImmutableCollectionsMarshal.AsArray(state) ?? [], writable: false));
            var form = reader.ReadUInt32();
            if (form is not (Magic or FormerMagic)
                || reader.Read7BitEncodedInt() != FeatureReader.Version
                || reader.Read7BitEncodedInt() != shape.Bits
                || reader.Read7BitEncodedInt() != shape.LongestText
                || reader.Read7BitEncodedInt() != shape.HalfLife
                || reader.ReadBoolean() != shape.Starter)
            {
                return null;
            }

            var model = new SpamModel(shape);
            var (spamLessons, hamLessons) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
            var (spamWeight, hamWeight) = (reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
            var divisions = reader.Read7BitEncodedInt();
            ReadTable(reader, model.Table);
            var receipts = new LessonReceipt[Checked(reader.Read7BitEncodedInt(), 1_000_000)];
            for (var i = 0; i < receipts.Length; i++)
            {
                receipts[i] = ReadReceipt(reader, shape, form is FormerMagic);
            }

            model.Restore(spamLessons, hamLessons, spamWeight, hamWeight, divisions, receipts);
            return model;
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or InvalidDataException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static void WriteTable(BinaryWriter writer, ReadOnlySpan<SpamModel.Cell> table)
    {
        var last = -1;
        for (var i = 0; i < table.Length; i++)
        {
            var cell = table[i];
            if ((cell.Spam | cell.Ham | cell.Push) != 0)
            {
                writer.Write7BitEncodedInt(i - last);
                writer.Write7BitEncodedInt(ZigZag(cell.Spam));
                writer.Write7BitEncodedInt(ZigZag(cell.Ham));
                writer.Write7BitEncodedInt(ZigZag(cell.Push));
                last = i;
            }
        }

        writer.Write7BitEncodedInt(0);
    }

    private static void ReadTable(BinaryReader reader, Span<SpamModel.Cell> table)
    {
        var at = -1;
        while (reader.Read7BitEncodedInt() is > 0 and var gap)
        {
            at = Checked(at + gap, table.Length - 1);
            table[at] = new SpamModel.Cell
            {
                Spam = UnZigZag(reader.Read7BitEncodedInt()),
                Ham = UnZigZag(reader.Read7BitEncodedInt()),
                Push = UnZigZag(reader.Read7BitEncodedInt()),
            };
        }
    }

    private static void WriteReceipt(BinaryWriter writer, LessonReceipt receipt)
    {
        Span<byte> key = stackalloc byte[16];
        receipt.Key.TryWriteBytes(key);
        writer.Write(key);
        writer.Write((byte)((receipt.IsSpam ? 1 : 0)
            | (receipt.IsHalf ? 2 : 0)
            | (receipt.Previous is { } p ? 4 | (p.IsSpam ? 8 : 0) | (p.IsHalf ? 16 : 0) : 0)));
        writer.Write7BitEncodedInt(receipt.Weight);
        writer.Write7BitEncodedInt(ZigZag(receipt.Step));
        writer.Write(receipt.Writer);
        writer.Write(receipt.Teacher);
        writer.Write7BitEncodedInt64(receipt.Minute);
        writer.Write7BitEncodedInt(receipt.Cells.Length);
        foreach (var cell in receipt.Cells)
        {
            writer.Write7BitEncodedInt((int)(((cell & ~FeatureWorkspace.LettersBit) << 1) | (cell >> 31)));
        }
    }

    private static LessonReceipt ReadReceipt(BinaryReader reader, ModelShape shape, bool isFormer)
    {
        Span<byte> key = stackalloc byte[16];
        reader.BaseStream.ReadExactly(key);
        var id = new Guid(key);
        var flags = reader.ReadByte();
        var (weight, step) = (reader.Read7BitEncodedInt(), UnZigZag(reader.Read7BitEncodedInt()));
        if (isFormer)
        {
            reader.BaseStream.ReadExactly(key[..FormerEvidence]);
        }

        var receipt = new LessonReceipt
        {
            Key = id,
            IsSpam = (flags & 1) != 0,
            IsHalf = (flags & 2) != 0,
            Previous = (flags & 4) == 0 ? null : new LessonLabel((flags & 8) != 0, (flags & 16) != 0),
            Weight = weight,
            Step = step,
            Writer = reader.ReadUInt32(),
            Teacher = reader.ReadUInt32(),
            Minute = reader.Read7BitEncodedInt64(),
            Cells = new uint[Checked(reader.Read7BitEncodedInt(), FeatureWorkspace.CellLimit(shape.LongestText))],
        };
        for (var i = 0; i < receipt.Cells.Length; i++)
        {
            var cell = reader.Read7BitEncodedInt();
            receipt.Cells[i] = (uint)Checked(cell >> 1, (1 << shape.Bits) - 1) | ((uint)cell << 31);
        }

        return receipt;
    }

    private static int Checked(int value, int most) =>
        value >= 0 && value <= most ? value : throw new InvalidDataException("A number of the model is out of range.");

    private static int ZigZag(int value) => (value << 1) ^ (value >> 31);

    private static int UnZigZag(int value) => (int)((uint)value >> 1) ^ -(value & 1);
}
