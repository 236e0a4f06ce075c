// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Scoredesk {

/// Why a link must not be followed or handed on.
enum class LinkFault {
    None,
    Malformed, ///< no address that can be read
    NotHttp,   ///< another scheme than http and https, or none
    NoHost,
    Credentials, ///< a name or password before the host, which also hides where it leads
    PrivateHost, ///< this machine, a private network, or an address that is not one on the internet
};

/// Judges by the text alone; nothing is looked up.
LinkFault linkFault(const QString& link);

/// True for localhost and names of local networks, single-label names, and addresses (in any notation that
/// resolvers or browsers accept) that are not public. What ends in a number and is no address is none of the
/// internet either.
bool isPrivateHost(const QString& host);

/// True for localhost, loopback addresses and what reads like an address that nothing can read.
bool mayBeThisMachine(const QString& host);

/// Whether what comes from one host must not lead to another: from the internet (or nowhere) into a private
/// network, from elsewhere to this machine.
bool leadsInward(const QString& from, const QString& to);

} // namespace Scoredesk
