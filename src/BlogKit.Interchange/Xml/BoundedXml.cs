using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Reads an XML file forward in bounded memory: no document type, no entities but those of XML itself, at most
/// <see cref="MaximumDepth"/> elements in each other, texts in pieces.
/// </summary>
internal sealed class BoundedXml : IDisposable
{
    public const int MaximumDepth = 100;

    /// <summary>The longest text that is no body, in characters.</summary>
    public const int MaximumFieldLength = 64 * 1024;

    // More than any name, attribute or processing instruction has, less than fills the memory.
    private const int MaximumMarkup = 16 * 1024 * 1024;

    private readonly string? _file;
    private readonly RepairingReader _input;
    private readonly XmlReader _xml;
    private readonly IXmlLineInfo _lines;
    private readonly char[] _piece = new char[16 * 1024];
    private readonly StringBuilder _text = new();
    private bool _hasRoot;
    private bool _isInText;
    private int _forbidden;

    public BoundedXml(string? file, RepairingReader input)
    {
        _file = file;
        _input = input;
        // The reader looks at the beginning as soon as it is made.
        input.Allow(MaximumMarkup);
        var names = new BoundedNames();
        _xml = XmlReader.Create(
            input,
            new XmlReaderSettings
            {
                CheckCharacters = false,
                CloseInput = true,
                DtdProcessing = DtdProcessing.Prohibit,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                NameTable = names,
                XmlResolver = null,
            },
            new XmlParserContext(names, new TolerantNamespaces(names), null, XmlSpace.None));
        _lines = (IXmlLineInfo)_xml;
    }

    public SourcePlace Place => new(_file, _lines.LineNumber + _input.LinesBefore, _lines.LinePosition);

    public int Depth => _xml.Depth;

    public string Name => _xml.LocalName;

    public string Namespace => _xml.NamespaceURI;

    public string? Attribute(string name) => Allowed(_xml.GetAttribute(name));

    public string? Attribute(string name, string ofNamespace) => Allowed(_xml.GetAttribute(name, ofNamespace));

    /// <summary>Adds what was mended since it was last asked, up to where the reading is.</summary>
    public void TakeNotes(ICollection<SourceNote> notes)
    {
        var forbidden = _forbidden;
        var bytes = 0;
        _forbidden = 0;
        while (_input.TakeBefore(_lines.LineNumber + _input.LinesBefore, _lines.LinePosition) is { } repair)
        {
            forbidden += repair.Kind is SourceNoteKind.ForbiddenCharacters ? repair.Count : 0;
            bytes += repair.Kind is SourceNoteKind.WrongEncoding ? repair.Count : 0;
        }

        if (forbidden > 0)
        {
            notes.Add(new SourceNote(
                SourceNoteKind.ForbiddenCharacters, "text", $"{forbidden} control characters that XML forbids were left out."));
        }

        if (bytes > 0)
        {
            notes.Add(new SourceNote(
                SourceNoteKind.WrongEncoding, "text", $"{bytes} bytes that are no UTF-8 were read as Windows-1252."));
        }
    }

    /// <summary>Moves to the first element of the file.</summary>
    /// <exception cref="ImportSourceException">There is none.</exception>
    public void ReadRoot()
    {
        while (Advance())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                _hasRoot = true;
                return;
            }
        }

        throw new ImportSourceException("The file is empty.", Place);
    }

    /// <summary>
    /// Moves to the next element right below one at the given depth, over whatever is left of the one before; false at the end of it.
    /// </summary>
    public bool ReadChild(int depth)
    {
        if (_xml.Depth == depth && _xml.NodeType == XmlNodeType.Element && _xml.IsEmptyElement)
        {
            return false;
        }

        while (Advance())
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.Depth == depth + 1)
            {
                return true;
            }

            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth <= depth)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Returns the text of the element, without that of elements in it, and moves to its end; null when it is longer than the limit.
    /// </summary>
    public string? ReadText(int limit)
    {
        if (_xml.IsEmptyElement)
        {
            return "";
        }

        var depth = _xml.Depth;
        var isTooLong = false;
        var hasReferences = false;
        string? only = null;
        _text.Clear();
        while (Advance() && _xml.Depth > depth)
        {
            if (_xml.Depth != depth + 1 || !_xml.HasValue)
            {
                continue;
            }

            hasReferences |= _isInText;
            while (ReadPart() is { Length: > 0 } part)
            {
                if (isTooLong || part.Length > limit - _text.Length - (only?.Length ?? 0))
                {
                    isTooLong = true;
                    only = null;
                    _text.Clear();
                }
                else if (only is null && _text.Length == 0)
                {
                    only = part;
                }
                else
                {
                    _text.Append(only).Append(part);
                    only = null;
                }

                if (!_isInText)
                {
                    break;
                }
            }

            _isInText = false;
        }

        if (isTooLong)
        {
            return null;
        }

        var text = only ?? _text.ToString();
        if (_text.Capacity > 1024 * 1024)
        {
            _text.Clear().Capacity = 0;
        }

        // Only a reference can name what was not looked at before, and a section has none.
        return hasReferences ? Allowed(text) : text;
    }

    /// <summary>Returns a text that is no body; null when it is longer than one can be.</summary>
    public string? ReadField() => ReadText(MaximumFieldLength);

    public void Dispose() => _xml.Dispose();

    [return: NotNullIfNotNull(nameof(text))]
    private string? Allowed(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var allowed = XmlCharacters.Remove(text, out var count);
        _forbidden += count;
        return allowed;
    }

    // A section is never long, because it is split before it comes here; any other text is read in pieces.
    private string ReadPart()
    {
        if (_isInText)
        {
            return new string(_piece, 0, ReadPiece());
        }

        _input.Allow(MaximumMarkup);
        try
        {
            return _xml.Value;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw Broken(e);
        }
    }

    private int ReadPiece()
    {
        _input.Allow(MaximumMarkup);
        try
        {
            return _xml.ReadValueChunk(_piece, 0, _piece.Length);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw Broken(e);
        }
    }

    private bool Advance()
    {
        _input.Allow(MaximumMarkup);
        try
        {
            // What is left of a text is read on in pieces of its own, so that only markup can use up the allowance.
            if (_isInText)
            {
                while (ReadPiece() > 0)
                {
                }

                _isInText = false;
            }

            if (!_xml.Read())
            {
                return false;
            }
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw Broken(e);
        }

        _isInText = _xml.NodeType == XmlNodeType.Text;
        if (_xml.Depth > MaximumDepth)
        {
            throw new ImportSourceException($"There are more than {MaximumDepth} elements in each other.", Place);
        }

        return true;
    }

    private ImportSourceException Broken(Exception cause)
    {
        if (cause is not XmlException xml)
        {
            return new ImportSourceException(cause.Message, Place, cause);
        }

        // The reader tells no place for what it refuses as a kind, which stands in front of the first element.
        if (!_hasRoot && xml.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return new ImportSourceException(
                "In front of its first element the file has a document type declaration, which is refused: entities of it could fill the "
                + "memory or read other files.",
                xml);
        }

        var place = new SourcePlace(_file, xml.LineNumber + _input.LinesBefore, xml.LinePosition);
        if (_input.IsAtEnd)
        {
            return new ImportSourceException(
                "The file breaks off here; what came behind it is missing. Export or copy it again.", place, xml);
        }

        var end = xml.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return new ImportSourceException("This is no XML: " + (end > 0 ? xml.Message[..end] : xml.Message), place, xml);
    }
}
