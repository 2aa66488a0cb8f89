//! Enums of the core, declared again for UniFFI.

/// An enum with the variants of one of the core. The core's may grow, so the compiler asks what
/// becomes of others; the tests see to it that there are none.
macro_rules! mirrored {
    ($($(#[$doc:meta])* $name:ident = $core:path, else $other:ident {
        $($(#[$variant_doc:meta])* $variant:ident),+ $(,)?
    })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl From<$core> for $name {
            fn from(value: $core) -> Self {
                use $core as Core;
                match value { $(Core::$variant => Self::$variant,)+ _ => Self::$other }
            }
        }

        impl From<$name> for $core {
            fn from(value: $name) -> Self {
                use $core as Core;
                match value { $($name::$variant => Core::$variant),+ }
            }
        }

        #[cfg(test)]
        impl crate::mirror::Mirrored for $core {
            const ALL: &'static [Self] = <$core>::ALL;

            fn there_and_back(self) -> Self {
                $name::from(self).into()
            }
        }
    )+};
}
pub(crate) use mirrored;

/// An enum of the core that `mirrored!` declared again.
#[cfg(test)]
pub(crate) trait Mirrored: Copy + std::fmt::Debug + PartialEq + 'static {
    const ALL: &'static [Self];

    fn there_and_back(self) -> Self;
}

/// Every value of the core crosses, and none becomes another.
#[cfg(test)]
pub(crate) fn complete<C: Mirrored>() {
    for value in C::ALL {
        assert_eq!(value.there_and_back(), *value);
    }
}
