using System.Xml;

namespace BlogKit.Interchange.Internal;

/// <summary>Namespaces in which a prefix that nobody declared has one of its own, because plugins write such elements anywhere.</summary>
internal sealed class TolerantNamespaces(XmlNameTable names) : XmlNamespaceManager(names)
{
    public override string? LookupNamespace(string prefix) => base.LookupNamespace(prefix) ?? "undeclared:" + prefix;
}
